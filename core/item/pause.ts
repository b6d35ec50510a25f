/** A pause (暂缓): the item rests for a reason that somebody outside agreed to, until a day; its dates follow when it ends. */
import type { CommandType } from './acts.ts';
import type { Item, Measure, Pause } from './item.ts';
import { addDays, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** What would carry the item on, press its unit, or pause it once more. Work may be reported and dates set meanwhile; the pause stays. */
export const restsInPause: readonly CommandType[] = [
  'disown',
  'submitPlan',
  'revisePlan',
  'requestClosure',
  'requestPause',
  'issueLetter',
];

/** When the item last went on after a pause; null when it never rested, or rests now. */
export const resumedAt = ({ pause, pauses }: Pick<Item, 'pause' | 'pauses'>): Instant | null =>
  pause === null ? (pauses.at(-1)?.endedAt ?? null) : null;

/**
 * How long the item rested after this day. A due date that a pause did not move, for it was over or a higher body's, keeps its
 * ladder as many days later: nobody gets in a row what stayed away.
 */
export const daysRestedAfter = (date: LocalDate, { pauses }: Pick<Item, 'pauses'>): number =>
  pauses.reduce((days, { at, endedAt }) => {
    const from = localDate(at) > date ? localDate(at) : date;
    return days + Math.max(0, daysBetween(from, localDate(endedAt)));
  }, 0);

/** From which day it rested, and for how many. */
export function restOf({ at }: Pause, endedAt: Instant): { readonly since: LocalDate; readonly days: number } {
  const since = localDate(at);
  return { since, days: daysBetween(since, localDate(endedAt)) };
}

/** The unit's own dates within its plan move as the whole does, and not beyond it. */
export function measuresAfter(pause: Pause, endedAt: Instant, { measures, dueOn: whole }: Item): readonly Measure[] {
  const { since, days } = restOf(pause, endedAt);
  const later = (date: LocalDate): LocalDate => {
    const moved = addDays(date, days);
    return whole === null || moved < whole ? moved : whole;
  };
  return measures.map((measure) =>
    measure.dueOn === null || measure.dueOn < since ? measure : { ...measure, dueOn: later(measure.dueOn) },
  );
}
