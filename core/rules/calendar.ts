/**
 * Working days of the State Council's calendar: what is a working day, and which dates rest on a year not yet published.
 *
 * A year outside the table is *unknown*: Monday to Friday stand in for it, and every answer that used such a day says so.
 */
import {
  addDays,
  at,
  daysBetween,
  dayNumber,
  dayOfNumber,
  localDate,
  weekdayOfNumber,
  type Instant,
  type LocalDate,
} from '../time.ts';

/** A holiday, both days included. `name` is the notice's own word. */
interface Holiday {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** One published year. `workOn` are the weekend days on which people work in exchange. */
export interface CalendarYear {
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly workOn: readonly LocalDate[];
}

/** Published years by number (`"2026"`): data, handed to whoever counts. */
export type WorkCalendar = Readonly<Record<string, CalendarYear>>;

/** Why a day is or is not a working day. `unknown`: the year is not published and the weekday was taken instead. */
type DayKind = 'workday' | 'makeUp' | 'weekend' | 'holiday';

export interface DayStatus {
  readonly kind: DayKind;
  readonly works: boolean;
  readonly known: boolean;
  readonly holiday?: string;
}

export function dayStatus(calendar: WorkCalendar, date: LocalDate): DayStatus {
  const number = dayNumber(date);
  const named = namedDays(calendar).get(number);
  if (named !== undefined) return named;
  const isWeekend = weekdayOfNumber(number) > 5;
  const known = calendar[date.slice(0, 4)] !== undefined;
  return { kind: isWeekend ? 'weekend' : 'workday', works: !isWeekend, known };
}

/** Cached for each calendar: worked out once, asked thousands of times on a morning of mails. */
const namedDaysOf = new WeakMap<WorkCalendar, ReadonlyMap<number, DayStatus>>();

/** The days that notices name, by their number: holidays, and the days on which people work in exchange, which go before. */
function namedDays(calendar: WorkCalendar): ReadonlyMap<number, DayStatus> {
  const found = namedDaysOf.get(calendar);
  if (found !== undefined) return found;
  const named = new Map<number, DayStatus>();
  for (const [year, { holidays }] of Object.entries(calendar))
    for (const { name, from, to } of holidays) {
      const status: DayStatus = { kind: 'holiday', works: false, known: true, holiday: name };
      for (let number = dayNumber(from); number <= dayNumber(to); number += 1)
        if (isOfNotice(Number(year), dayOfNumber(number)) && !named.has(number)) named.set(number, status);
    }
  const makeUp: DayStatus = { kind: 'makeUp', works: true, known: true };
  for (const [year, { workOn }] of Object.entries(calendar))
    for (const date of workOn) if (isOfNotice(Number(year), date)) named.set(dayNumber(date), makeUp);
  namedDaysOf.set(calendar, named);
  return named;
}

/** The notice of a year may begin in the last days of the year before: that of 2019 has 2018-12-29 to 2018-12-31. */
export function isOfNotice(year: number, date: LocalDate): boolean {
  const [own = '', month = ''] = date.split('-');
  return Number(own) === year || (Number(own) === year - 1 && month === '12');
}

export const isWorkingDay = (calendar: WorkCalendar, date: LocalDate): boolean => works(calendar, dayNumber(date));

const works = (calendar: WorkCalendar, number: number): boolean =>
  namedDays(calendar).get(number)?.works ?? weekdayOfNumber(number) <= 5;

/** `date` itself when it is a working day, else the next one. */
export const workingDayFrom = (calendar: WorkCalendar, date: LocalDate): LocalDate => seek(calendar, date, 1);

/** `date` itself when it is a working day, else the one before. */
export const workingDayUpTo = (calendar: WorkCalendar, date: LocalDate): LocalDate => seek(calendar, date, -1);

function seek(calendar: WorkCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  let found = dayNumber(date);
  while (!works(calendar, found)) found += step;
  return dayOfNumber(found);
}

/** The `count`-th working day after `date` (`date` itself does not count). */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  let found = dayNumber(date);
  for (let counted = 0; counted < count;) {
    found += 1;
    if (works(calendar, found)) counted += 1;
  }
  return dayOfNumber(found);
}

/**
 * Working days from `from` (not counted) to `to` (counted): what people call "6 working days left".
 * Negative when `to` is earlier: working days overdue.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  // Taken from 0, for a minus before 0 would be shown to people as “-0”.
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const last = dayNumber(to);
  let count = 0;
  for (let number = dayNumber(from) + 1; number <= last; number += 1) if (works(calendar, number)) count += 1;
  return count;
}

/** The years between the two dates that nobody has published yet, so that a date can say what it rests on. */
export function unknownYears(calendar: WorkCalendar, from: LocalDate, to: LocalDate): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (calendar[String(year)] === undefined) years.push(String(year));
  return years;
}

/** A day that did not count, and why: the holiday by its name, else a weekend. */
export interface SkippedDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly holiday?: string;
}

/** How a date was reached: every day between, with the reason why it did not count. Read by people who ask "why this date?". */
export interface DateExplanation {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly calendarDays: number;
  readonly workingDays: number;
  readonly skipped: readonly SkippedDay[];
  /** Days of a weekend that count, for people work on them in exchange for a holiday. */
  readonly madeUp: readonly LocalDate[];
  readonly unknownYears: readonly string[];
}

export function explain(calendar: WorkCalendar, from: LocalDate, to: LocalDate): DateExplanation {
  const skipped: SkippedDay[] = [];
  const madeUp: LocalDate[] = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const { kind, works, holiday } = dayStatus(calendar, date);
    if (!works) skipped.push({ date, kind, ...(holiday === undefined ? {} : { holiday }) });
    if (kind === 'makeUp') madeUp.push(date);
  }
  return {
    from,
    to,
    calendarDays: daysBetween(from, to),
    workingDays: workingDaysBetween(calendar, from, to),
    skipped,
    madeUp,
    unknownYears: unknownYears(calendar, from, to),
  };
}

/** The first mail slot (`HH:MM` on a working day) at or after `after`. */
export function nextSlot(calendar: WorkCalendar, after: Instant, time: string): Instant {
  const today = localDate(after);
  const first = at(today, time) >= after ? today : addDays(today, 1);
  return at(workingDayFrom(calendar, first), time);
}
