/** The figures of a progress notice. Each item is counted once, so that they add up to the whole; what cannot be counted is named. */
import type { BulletinFacts, BulletinItem } from './facts.ts';
import type { ItemState } from '../../core/item/item.ts';
import type { BulletinFault } from '../../core/round/bulletin.ts';

/** What is said of an item: put right, interim results, kept up, under way, withdrawn. */
export type Outcome = 'done' | 'interim' | 'standing' | 'ongoing' | 'cancelled';

const outcomes: readonly Outcome[] = ['done', 'interim', 'standing', 'ongoing', 'cancelled'];

export interface Figures {
  /** Items of the document. */
  readonly whole: number;
  readonly of: Readonly<Record<Outcome, number>>;
}

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

function faultOf({ number, state, statement }: BulletinItem): readonly BulletinFault[] {
  if (state === null) return [{ number, problem: 'notInLedger' }];
  const mustSay = ['done', 'interim', 'standing'].includes(outcomeOf(state));
  return mustSay && (statement ?? '').trim() === '' ? [{ number, problem: 'nothingSaid' }] : [];
}

/** @throws when they do not add up: an item that the ledger does not have is a fault, and faults come first */
export function figuresOf({ parts }: Pick<BulletinFacts, 'parts'>): Figures {
  const items = parts.flatMap((part) => part.items);
  const counted = (outcome: Outcome): number =>
    items.filter(({ state }) => state !== null && outcomeOf(state) === outcome).length;
  const of = {
    done: counted('done'),
    interim: counted('interim'),
    standing: counted('standing'),
    ongoing: counted('ongoing'),
    cancelled: counted('cancelled'),
  };
  const sum = outcomes.reduce((all, outcome) => all + of[outcome], 0);
  if (sum !== items.length) throw new Error(`the figures of a notice come to ${sum} of ${items.length}`);
  return { whole: items.length, of };
}
