/** Nobody judges what is their own, and nobody judges twice: who may not do an act on this item, whatever their role. */
import { rulesOfAct, type CommandType } from './acts.ts';
import type { Deed, Item } from './item.ts';

/** Whose work the act would judge. Of an application: the applicant, and everybody whose evidence stands in it. */
export function authorsOf(item: Item, act: CommandType): readonly string[] {
  const { judges } = rulesOfAct(act);
  if (judges === undefined) return [];
  switch (judges) {
    case 'application':
    case 'endorsedApplication':
      // An earlier applicant who has changed sides is among those with evidence in it.
      return [...by(item.application), ...item.evidence.flatMap(by)];
    case 'plan':
      return by(item.revision ?? item.plan);
    case 'pauseRequest':
      return by(item.pauseRequest);
    case 'extensionRequest':
      return by(item.extensionRequest);
  }
}

/** Who has judged already what the act would judge a second time. */
export const reviewersOf = (item: Item, act: CommandType): readonly string[] =>
  rulesOfAct(act).judges === 'endorsedApplication'
    ? [...by(item.endorsement), ...(item.application?.consents ?? []).flatMap(by)]
    : [];

/** Whoever acted in another's place did it under both names. */
const by = (deed: Pick<Deed, 'by' | 'forId'> | null): readonly string[] =>
  deed === null ? [] : [deed.by, ...(deed.forId === undefined ? [] : [deed.forId])];
