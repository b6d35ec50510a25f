/** What the document says of who answers, as choices that are made already and not saved: by whole names, or not at all. */
import type { ItemRow, ListedPerson } from '../../api/contract.ts';
import type { Responsibility } from '../../core/round/notice.ts';
import { handlersOf, leaders, unitsWithStaff } from '../people/choices.ts';
import type { Assigned, Choices } from './assigning.ts';

/** Who is there to be chosen. */
export interface Directory {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly ListedPerson[];
}

type Choice = ReturnType<typeof leaders>[number];

/** Width of characters, case and blanks are the typist's own. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The one choice of this name; none where two share it. */
function named(name: string | null, choices: readonly Choice[]): string {
  const [one, ...more] = name === null ? [] : choices.filter(({ words }) => plain(words) === plain(name));
  return one === undefined || more.length > 0 ? '' : one.value;
}

/** Whom the document means by its names, among those who are there. */
export type Meaning = (said: Responsibility) => Assigned;

/** Made once for many responsibilities: who can be chosen is the same for all of them. */
export function meaningIn({ units, people }: Directory): Meaning {
  const offered = unitsWithStaff(units, people).map(({ id, name }) => ({ value: id, words: name }));
  const leading = leaders(people);
  return ({ unit, owner, leader }) => {
    const unitId = named(unit, offered);
    const leadLeaderId = named(leader, leading);
    const handlerId = named(owner, handlersOf(people, unitId));
    // Nobody leads their own work.
    return { unitId, handlerId: handlerId === leadLeaderId ? '' : handlerId, leadLeaderId };
  };
}

/** For items that nobody has yet, whatever the document says of them that is there. */
export const suggestions = (rows: readonly ItemRow[], said: readonly Responsibility[], meaning: Meaning): Choices => {
  const open = new Map(rows.filter(({ unitId }) => unitId === null).map(({ position, id }) => [position, id]));
  return Object.fromEntries(
    said.flatMap((one) => {
      const id = open.get(one.position);
      const assigned = meaning(one);
      return id === undefined || Object.values(assigned).every((part) => part === '') ? [] : [[id, assigned]];
    }),
  );
};

/** The names of a responsibility that nobody there has, to be shown where somebody is to be chosen. */
export function unmatched(
  said: Responsibility,
  meaning: Meaning,
): { readonly [Part in keyof Assigned]: string | null } {
  const found = meaning(said);
  return {
    unitId: found.unitId === '' ? said.unit : null,
    handlerId: found.handlerId === '' ? said.owner : null,
    leadLeaderId: found.leadLeaderId === '' ? said.leader : null,
  };
}
