/** What is handed in for the measures of an item, and for which of them it is too little. */
import { rulesOfAct } from './acts.ts';
import type { ItemCommand } from './command.ts';
import type { Policy } from '../rules/policy.ts';
import type { Evidence, Item } from './item.ts';

export const filesFor = ({ evidence }: Pick<Item, 'evidence'>, measureId: string): readonly Evidence[] =>
  evidence.filter(({ measureIds }) => measureIds.includes(measureId));

/** By content: one file counts once, however often it was handed in and whatever it was called. */
export const contentsFor = (item: Pick<Item, 'evidence'>, measureId: string): ReadonlySet<string> =>
  new Set(filesFor(item, measureId).map(({ sha256 }) => sha256));

/** Whether it has as many files as the policy asks for. */
export const isProven = (item: Pick<Item, 'evidence'>, measureId: string, { evidencePerMeasure }: Policy): boolean =>
  contentsFor(item, measureId).size >= evidencePerMeasure;

/** The ids of measures that are not proven. */
export const unprovenMeasures = (item: Pick<Item, 'measures' | 'evidence'>, policy: Policy): readonly string[] =>
  item.measures.map(({ id }) => id).filter((id) => !isProven(item, id, policy));

/** Which files of an item a decision rests on: all of them, or those with one of these contents. */
export type FilesLookedAt = 'all' | readonly string[];

/** An item may have thousands of files; whoever judges a press need not read those that it has nothing to do with. */
export function filesLookedAt(commands: readonly ItemCommand[]): FilesLookedAt {
  const contents = [];
  for (const command of commands) {
    const { judges } = rulesOfAct(command.type);
    const rests = judges === 'application' || judges === 'endorsedApplication';
    if (rests || command.type === 'requestClosure') return 'all';
    if (command.type === 'addEvidence') contents.push(command.file.sha256);
  }
  return contents;
}
