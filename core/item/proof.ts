/** What is handed in for the measures of an item, and for which of them it is too little. */
import { rulesOfAct } from './acts.ts';
import type { BringingFile, CommandOf, ItemCommand } from './command.ts';
import type { Policy } from '../rules/policy.ts';
import type { Evidence, Item, Measure } from './item.ts';

export const filesFor = ({ evidence }: Pick<Item, 'evidence'>, measureId: string): readonly Evidence[] =>
  evidence.filter(({ measureIds }) => measureIds.includes(measureId));

/** By content: one file counts once, however often it was handed in and whatever it was called. */
export const contentsFor = (item: Pick<Item, 'evidence'>, measureId: string): ReadonlySet<string> =>
  new Set(filesFor(item, measureId).map(({ sha256 }) => sha256));

/** How many files it needs: what the policy asks for, and one for each that the plan itself asked for. */
export const filesNeeded = ({ asks }: Pick<Measure, 'asks'>, { evidencePerMeasure }: Policy): number =>
  Math.max(evidencePerMeasure, asks.length);

/** Whether it has as many files as it needs. */
export const isProven = (item: Pick<Item, 'evidence'>, measure: Measure, policy: Policy): boolean =>
  contentsFor(item, measure.id).size >= filesNeeded(measure, policy);

/** The ids of measures that are not proven. */
export const unprovenMeasures = (item: Pick<Item, 'measures' | 'evidence'>, policy: Policy): readonly string[] =>
  item.measures.filter((measure) => !isProven(item, measure, policy)).map(({ id }) => id);

export const bringsFile = (command: ItemCommand): command is CommandOf<BringingFile> =>
  command.type === 'addEvidence' || command.type === 'recordProgress';

/** Which files of an item a decision rests on: all of them, or those with one of these contents. */
export type FilesLookedAt = 'all' | readonly string[];

/** An item may have thousands of files; whoever judges a press need not read those that it has nothing to do with. */
export function filesLookedAt(commands: readonly ItemCommand[]): FilesLookedAt {
  const contents = [];
  for (const command of commands) {
    const { judges } = rulesOfAct(command.type);
    const rests = judges === 'application' || judges === 'endorsedApplication';
    if (rests || command.type === 'requestClosure' || command.type === 'handOver') return 'all';
    if (bringsFile(command)) contents.push(command.file.sha256);
  }
  return contents;
}
