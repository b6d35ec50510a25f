/**
 * Dates and instants as text, without a clock and without a time-zone database.
 *
 * The product works in Asia/Shanghai, which has kept UTC+8 without summer time since 1991, so the zone is an offset and
 * the arithmetic is the same in the workflow sandbox, the browser and the server.
 */

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with milliseconds, `2026-03-04T01:00:00.000Z`. */
export type Instant = string;

const zoneOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

const utc = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);
const day = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/**
 * True for a real day of the calendar in the form `YYYY-MM-DD`, 1900 to 2199: a typo such as 9999 would lead the
 * ladder out of the dates that can be written down.
 */
export function isLocalDate(text: string): boolean {
  return /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && day(utc(text)) === text;
}

export const instant = (ms: number): Instant => new Date(ms).toISOString();

export const millis = (at: Instant): number => Date.parse(at);

/** The day on which `at` falls in Asia/Shanghai. */
export const localDate = (at: Instant): LocalDate => day(millis(at) + zoneOffsetMs);

/** The moment at which the wall clock in Asia/Shanghai shows `time` (`HH:MM`) on `date`. */
export const at = (date: LocalDate, time: string): Instant =>
  instant(Date.parse(`${date}T${time}:00.000Z`) - zoneOffsetMs);

/** The first moment that is no longer `date`: a due date lasts to 24:00 of its day. */
export const endOfDay = (date: LocalDate): Instant => at(addDays(date, 1), '00:00');

export const addDays = (date: LocalDate, days: number): LocalDate => day(utc(date) + days * dayMs);

/** Adds months and clamps to the month's end: 2025-01-31 plus one month is 2025-02-28. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return day(first + (Math.min(dayOfMonth, lastDay) - 1) * dayMs);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((utc(to) - utc(from)) / dayMs);

/** Days since 1970-01-01: whoever walks over many days counts with numbers. */
export const dayNumber = (date: LocalDate): number => utc(date) / dayMs;

export const dayOfNumber = (number: number): LocalDate => day(number * dayMs);

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const weekday = (date: LocalDate): number => weekdayOfNumber(dayNumber(date));
