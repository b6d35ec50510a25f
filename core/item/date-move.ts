/** A date that other rules count otherwise. */
import type { LocalDate } from '../time.ts';

/** Of the dates of an item, those that rules count; `turn`: by when whoever else holds the item decides, kept nowhere. */
export const movedDates = ['signDue', 'planDue', 'due', 'review', 'turn'] as const;

export interface DateMove {
  readonly date: (typeof movedDates)[number];
  readonly from: LocalDate;
  readonly to: LocalDate;
}
