/** A round whose timers ring while the faults happen. */
import { draftRound, launchRound } from '../support/round.ts';
import type { OpenContext } from '../../client/open.ts';
import { addWorkingDays, isWorkingDay, workingDayUpTo, type WorkCalendar } from '../../core/rules/calendar.ts';
import { china } from '../../core/rules/china.ts';
import { wakeAt, wakeWindowMs } from '../../core/item/ladder.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { addDays, at, instant, localDate, millis, type LocalDate } from '../../core/time.ts';

/** Launched, and nobody rings before everything stands. */
const firstRingMs = 15_000;

/**
 * Items that were launched some working days ago and not signed for: their reminder leaves at a slot of today, for which
 * each wakes by its own timer within the next `forMs`. People can press all of them at once.
 */
export async function launchRinging(context: OpenContext, count: number, forMs: number): Promise<string[]> {
  const now = Date.now();
  const slotMs = Math.ceil((now + wakeWindowMs / 2) / 60_000) * 60_000;
  const slot = instant(slotMs);
  const calendar = workingOn(localDate(slot));
  const { launchedOn } = signedForBefore(localDate(slot), calendar);
  const mailSlot = instant(slotMs + 8 * 3_600_000).slice(11, 16);
  const { roundId, itemIds } = await draftRound(context.pool, count, at(launchedOn, '10:00'), {
    policy: { ...defaultPolicy, mailSlot },
    calendar,
    isWanted: (itemId) => {
      const wakeMs = millis(wakeAt({ itemId }, { at: slot }));
      return wakeMs > now + firstRingMs && wakeMs < now + forMs;
    },
  });
  await launchRound(context, roundId);
  return [...itemIds];
}

/** Faults do not wait for a working day. */
function workingOn(date: LocalDate): WorkCalendar {
  if (isWorkingDay(china, date)) return china;
  const year = date.slice(0, 4);
  const { source = '', holidays = [], workOn = [] } = china[year] ?? {};
  return { ...china, [year]: { source, holidays, workOn: [...workOn, date] } };
}

/** The day of a launch after which today is the first working day too late to sign. */
function signedForBefore(today: LocalDate, calendar: WorkCalendar): { launchedOn: LocalDate } {
  const signDueOn = workingDayUpTo(calendar, addDays(today, -1));
  let launchedOn = signDueOn;
  while (addWorkingDays(calendar, launchedOn, defaultPolicy.signWithinWorkingDays ?? 0) > signDueOn)
    launchedOn = addDays(launchedOn, -1);
  return { launchedOn };
}
