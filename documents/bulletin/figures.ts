/** The figures of a progress notice. Each item is counted once, so that they add up to the whole; what cannot be counted is named. */
import type { BulletinFacts, BulletinItem } from './facts.ts';
import type { ItemState } from '../../core/item/item.ts';
import { present } from '../../core/present.ts';
import type { BulletinFault } from '../../core/round/bulletin.ts';

/** What is said of an item: put right, interim results, kept up, under way, withdrawn. */
export const outcomes = ['done', 'interim', 'standing', 'ongoing', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a figure counts: all items, those of an outcome, those that are told of and those that are not. */
export type Counted = 'whole' | Outcome | 'told' | 'omitted';

/** The ids of the items that each figure counts. */
export type Figures = Readonly<Record<Counted, readonly string[]>>;

const settled: Partial<Readonly<Record<ItemState, Outcome>>> = {
  closed: 'done',
  interim: 'interim',
  standing: 'standing',
  cancelled: 'cancelled',
};

export const outcomeOf = (state: ItemState): Outcome => settled[state] ?? 'ongoing';

/** What speaks against publishing; nothing for a sound notice. */
export function faultsOf({ parts, strangers }: Pick<BulletinFacts, 'parts' | 'strangers'>): readonly BulletinFault[] {
  const own = parts.flatMap(({ items }) => items).flatMap(faultOf);
  return [...own, ...strangers.map((number) => ({ number, problem: 'notInDocument' as const }))];
}

function faultOf({ number, state, statement, wording, omission }: BulletinItem): readonly BulletinFault[] {
  if (state === null) return [{ number, problem: 'notInLedger' }];
  if (omission !== null) return omission === 'approved' ? [] : [{ number, problem: 'notApproved' }];
  const mustSay = ['done', 'interim', 'standing'].includes(outcomeOf(state));
  const said = wording?.result ?? statement ?? '';
  return mustSay && said.trim() === '' ? [{ number, problem: 'nothingSaid' }] : [];
}

/** @throws when they do not add up: an item that the ledger does not have is a fault, and faults come first */
export function figuresOf({ parts }: Pick<BulletinFacts, 'parts'>): Figures {
  const items = parts.flatMap((part) => part.items);
  const counted = (fits: (item: BulletinItem) => boolean): readonly string[] =>
    items.filter(fits).map(({ id, number }) => present(id, `item ${number} in the ledger`));
  const settledAs = Object.fromEntries(
    outcomes.map((one) => [one, counted(({ state }) => state !== null && outcomeOf(state) === one)]),
  ) as Record<Outcome, readonly string[]>;
  const audience = {
    told: counted(({ omission }) => omission === null),
    omitted: counted(({ omission }) => omission === 'approved'),
  };
  for (const split of [settledAs, audience]) {
    const sum = Object.values(split).reduce((all, { length }) => all + length, 0);
    if (sum !== items.length) throw new Error(`the figures of a notice come to ${sum} of ${items.length}`);
  }
  return { whole: counted(() => true), ...settledAs, ...audience };
}
