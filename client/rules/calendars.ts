/** Working calendars: their versions, and a year that is added or put right. */
import { requireMay, type Context } from '../context.ts';
import { Refused } from '../refused.ts';
import type { YearToAdd } from './rules-bodies.ts';
import type { Actor } from '../../core/actor.ts';
import { canonical } from '../../core/canonical.ts';
import { faultsOfYear } from '../../core/rules/calendar-faults.ts';
import type { CalendarYear } from '../../core/rules/calendar.ts';
import {
  calendarRecord,
  calendarVersions,
  lockCalendars,
  newestCalendar,
  type CalendarVersion,
} from '../../db/calendars.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { readHolidayNotice } from '../../documents/calendar/notice.ts';

/** The newest first. */
export async function calendars({ pool }: Context, actor: Actor): Promise<CalendarVersion[]> {
  requireMay(actor, 'readRounds');
  return (await calendarVersions(pool)).toReversed();
}

interface ReadYear {
  readonly year: number;
  readonly calendar: CalendarYear;
}

/** What would be added; nothing is kept. @throws Refused calendarFaults */
export function readYear(actor: Actor, { text = '', year }: YearToAdd): ReadYear {
  requireMay(actor, 'changeRules');
  if (year !== undefined) {
    const { year: number, ...calendar } = year;
    const faults = faultsOfYear(number, calendar);
    if (faults.length > 0) throw new Refused({ code: 'calendarFaults', faults });
    return { year: number, calendar };
  }
  const read = readHolidayNotice(text);
  if ('faults' in read) throw new Refused({ code: 'calendarFaults', faults: read.faults });
  return read;
}

/** A new version of the calendar. What is so already stays as it is. No round is touched by it. */
export async function addYear({ pool, now }: Context, actor: Actor, given: YearToAdd): Promise<CalendarVersion> {
  const { year, calendar } = readYear(actor, given);
  return transaction(pool, async (db) => {
    await lockCalendars(db);
    const newest = await newestCalendar(db);
    if (canonical(newest.years[String(year)] ?? null) === canonical(calendar)) return newest;
    const data = { version: newest.version + 1, year, years: { ...newest.years, [String(year)]: calendar } };
    const [at, by] = [now(), actor.personId];
    await insertRecordEvent(db, { kind: 'calendarAdded', recordId: calendarRecord, at, by, data });
    return { ...data, at, by };
  });
}
