/** When people act in a rehearsal: what is assumed of whoever's turn it is. */
import { paceOf, type Paces } from './paces.ts';
import type { Assumption } from './rehearsal.ts';
import type { Item } from '../item/item.ts';
import type { Turn } from '../item/turn.ts';
import { workingDayFrom, workingDayUpTo } from '../rules/calendar.ts';
import type { WorkCalendar } from '../rules/calendar.ts';
import { addDays, at, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** After the mails of the day have come. */
const timeOfDay = '10:00';

export interface Assumed {
  readonly assumption: Assumption;
  /** Needed for `asLastRound`. */
  readonly paces: Paces | null;
  readonly calendar: WorkCalendar;
}

/**
 * Null where nobody acts. A moment that is over means: at once. Where no date is set, on time is the next working day; an act
 * that nobody ever did in the last round is done on time.
 */
export function actsAt(turn: Turn, { unitId }: Pick<Item, 'unitId'>, assumed: Assumed): Instant | null {
  const { assumption, paces, calendar } = assumed;
  if (assumption === 'nobodyActs' || turn.act === null || turn.since === null) return null;
  const since = localDate(turn.since);
  const days = paces === null ? null : paceOf(paces, unitId, turn.act);
  const day = days === null ? lastButOne(since, turn.dueOn, calendar) : workingDayFrom(calendar, addDays(since, days));
  return at(day, timeOfDay);
}

/** Never before it was asked for. */
function lastButOne(since: LocalDate, dueOn: LocalDate | null, calendar: WorkCalendar): LocalDate {
  const day = dueOn === null ? since : workingDayUpTo(calendar, addDays(dueOn, -1));
  return daysBetween(since, day) > 0 ? day : workingDayFrom(calendar, addDays(since, 1));
}
