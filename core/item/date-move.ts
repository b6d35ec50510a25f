/** A date that other rules count otherwise. */
import type { Item, Pause } from './item.ts';
import type { LocalDate } from '../time.ts';

/** Of the dates of an item, those that rules count; `turn`: by when whoever else holds the item decides, kept nowhere. */
export const movedDates = ['signDue', 'planDue', 'due', 'review', 'turn'] as const;

export interface DateMove {
  readonly date: (typeof movedDates)[number];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What these moves change of an item. */
export function datesMoved(item: Item, moves: readonly DateMove[]): Partial<Item> {
  const to = (date: DateMove['date']) => moves.find((move) => move.date === date)?.to;
  const reviewOn = to('review');
  return {
    signDueOn: to('signDue') ?? item.signDueOn,
    planDueOn: to('planDue') ?? item.planDueOn,
    dueOn: to('due') ?? item.dueOn,
    ...(item.pause === null ? {} : { pause: { ...item.pause, dates: datesOfPause(item.pause, moves) } }),
    ...(reviewOn === undefined || item.standing === null ? {} : { standing: { ...item.standing, reviewOn } }),
  };
}

/** What rules move while a pause lasts is no day that somebody set: it follows all the same when the pause ends. */
function datesOfPause({ dates }: Pause, moves: readonly DateMove[]): Pause['dates'] {
  const after = <On extends LocalDate | null>(name: DateMove['date'], before: On): On | LocalDate =>
    moves.find(({ date, from }) => date === name && from === before)?.to ?? before;
  return {
    signDueOn: after('signDue', dates.signDueOn),
    planDueOn: after('planDue', dates.planDueOn),
    dueOn: after('due', dates.dueOn),
  };
}
