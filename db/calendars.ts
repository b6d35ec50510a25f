/** Working calendars by version: the first came with the product, each other is a fact of the record `calendar`. */
import type { Db } from './pool.ts';
import { lockRecord, recordEventsOf } from './record-events.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import { china } from '../core/rules/china.ts';
import type { Instant } from '../core/time.ts';

export interface CalendarVersion {
  readonly version: number;
  readonly years: WorkCalendar;
  /** The year that it added or put right; null for the first. */
  readonly year: number | null;
  readonly at: Instant | null;
  readonly by: string | null;
}

const first: CalendarVersion = { version: 1, years: china, year: null, at: null, by: null };

export const calendarRecord = 'calendar';

/** The oldest first. Superseded ones stay: rounds may still rest on them. */
export async function calendarVersions(db: Db): Promise<CalendarVersion[]> {
  const facts = await recordEventsOf(db, calendarRecord);
  const added = facts.map(({ at, by, data }) => ({ ...(data as Added), at, by }));
  return [first, ...added];
}

/** What such a fact says. */
type Added = Pick<CalendarVersion, 'version' | 'years' | 'year'>;

export async function newestCalendar(db: Db): Promise<CalendarVersion> {
  return (await calendarVersions(db)).at(-1) ?? first;
}

/** Nobody else adds a version until the transaction ends. */
export const lockCalendars = (db: Db): Promise<void> => lockRecord(db, calendarRecord);
