/** The dates that an item keeps, by name. */
import type { Item } from './item.ts';
import { isReviewAsked, returnDueOn } from './turn.ts';
import type { LocalDate } from '../time.ts';

export type ItemDate = 'signDue' | 'planDue' | 'due' | 'returnDue' | 'checkpoint' | 'review';

export const itemDates: readonly ItemDate[] = ['signDue', 'planDue', 'due', 'returnDue', 'checkpoint', 'review'];

/** Null where the item has no such date now. */
export function dateOf(item: Item, date: ItemDate): LocalDate | null {
  switch (date) {
    case 'signDue':
      return item.signDueOn;
    case 'planDue':
      return item.immediate ? null : item.planDueOn;
    case 'due':
      return item.dueOn;
    case 'returnDue':
      return returnDueOn(item);
    case 'checkpoint':
      return item.interim?.checkpointOn ?? null;
    case 'review':
      return item.standing?.reviewOn ?? null;
  }
}

/** The date that an item is judged by, whoever holds it. */
export const judgedBy = (item: Item): ItemDate =>
  item.interim !== null ? 'checkpoint' : item.standing !== null && !isReviewAsked(item) ? 'review' : 'due';
