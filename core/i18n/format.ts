/**
 * Dates, moments, days and numbers as people read them, in both languages.
 *
 * Written by hand: `Intl` differs between machines, browsers and the workflow sandbox, and a letter must not.
 */
import { present } from '../present.ts';
import { instant, localDate, millis, weekday, type Instant, type LocalDate } from '../time.ts';
import type { Locale } from '../locale.ts';

const zhWeekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const enWeekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const enMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function parts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

const enMonth = (month: number): string => present(enMonths[month - 1], `month ${month}`);
const enShortMonth = (month: number): string => enMonth(month).slice(0, 3);

/** 周二 · Tue */
export const weekdayName = (date: LocalDate, locale: Locale): string =>
  present((locale === 'en' ? enWeekdays : zhWeekdays)[weekday(date) - 1], `weekday of ${date}`);

/** In sentences: 2025年2月18日（周二） · Tue 18 Feb 2025 */
export function sentenceDate(date: LocalDate, locale: Locale): string {
  const { year, month, day } = parts(date);
  return locale === 'en'
    ? `${weekdayName(date, 'en')} ${day} ${enShortMonth(month)} ${year}`
    : `${year}年${month}月${day}日（${weekdayName(date, 'zh-CN')}）`;
}

/** In letters and documents: 2025年2月18日 · 18 February 2025 */
export function letterDate(date: LocalDate, locale: Locale): string {
  const { year, month, day } = parts(date);
  return locale === 'en' ? `${day} ${enMonth(month)} ${year}` : `${year}年${month}月${day}日`;
}

/** In tables: 2025-02-18 · 18 Feb 2025 */
export function tableDate(date: LocalDate, locale: Locale): string {
  const { year, month, day } = parts(date);
  return locale === 'en' ? `${day} ${enShortMonth(month)} ${year}` : date;
}

/** In lists: 2月18日 周二 · Tue 18 Feb, with the year where it is not this one. */
export function listDate(date: LocalDate, today: LocalDate, locale: Locale): string {
  const short = shortDate(date, today, locale);
  return locale === 'en' ? `${weekdayName(date, 'en')} ${short}` : `${short} ${weekdayName(date, 'zh-CN')}`;
}

/** Shortest: 3月4日 · 4 Mar, with the year where it is not this one. */
export function shortDate(date: LocalDate, today: LocalDate, locale: Locale): string {
  const { year, month, day } = parts(date);
  const sameYear = year === parts(today).year;
  if (locale === 'en') return `${day} ${enShortMonth(month)}${sameYear ? '' : ` ${year}`}`;
  return `${sameYear ? '' : `${year}年`}${month}月${day}日`;
}

/** A moment in Beijing time: 2025-02-18 09:00 · 18 Feb 2025, 09:00 */
export function dateTime(at: Instant, locale: Locale): string {
  const date = tableDate(localDate(at), locale);
  return locale === 'en' ? `${date}, ${clockTime(at)}` : `${date} ${clockTime(at)}`;
}

/** A moment inside a sentence: 2025年2月18日 09:00 · 18 Feb 2025, 09:00 */
export const sentenceTime = (at: Instant, locale: Locale): string =>
  locale === 'en' ? dateTime(at, locale) : `${letterDate(localDate(at), locale)} ${clockTime(at)}`;

const zoneOffsetMs = 8 * 3_600_000;
const clockTime = (at: Instant): string => instant(millis(at) + zoneOffsetMs).slice(11, 16);

/** 还有 6 个工作日 · 今天到期 · 超期 2 个工作日. @param left as in {@link Standing}: negative when overdue */
export function workingDaysLeft(left: number, locale: Locale): string {
  if (left === 0) return locale === 'en' ? 'due today' : '今天到期';
  if (left > 0) return locale === 'en' ? `${workingDays(left, 'en')} left` : `还有 ${workingDays(left, 'zh-CN')}`;
  return locale === 'en' ? `${workingDays(-left, 'en')} overdue` : `超期 ${workingDays(-left, 'zh-CN')}`;
}

/** 6 个工作日 · 6 working days */
const workingDays = (count: number, locale: Locale): string =>
  locale === 'en' ? plural(count, 'working day') : `${wholeNumber(count)} 个工作日`;

/** 12,345 */
export const wholeNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** 900 B · 340 kB · 1.2 MB · 86 MB, as people read sizes: of 1,024 bytes and 1,024 kB each. */
export function size(bytes: number): string {
  const [kilobytes, megabytes] = [bytes / 1024, bytes / 1024 / 1024];
  if (kilobytes < 1) return `${bytes} B`;
  if (kilobytes < 1023.5) return `${Math.round(kilobytes)} kB`;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}

/** 1 item · 3 items. English only: a Chinese number needs its own measure word. */
export const plural = (count: number, one: string, many?: string): string =>
  `${wholeNumber(count)} ${agreeing(count, one, many)}`;

/** The word without its number: item · items, is · are. */
export const agreeing = (count: number, one: string, many = `${one}s`): string =>
  ofEnglish.select(count) === 'one' ? one : many;

const ofEnglish = new Intl.PluralRules('en');

/** How many rows a list has; not exact where more were not counted. */
export interface ListTotal {
  readonly count: number;
  readonly isExact: boolean;
}

/** `1,234`, `10,000+` */
export const listTotal = ({ count, isExact }: ListTotal): string =>
  isExact ? wholeNumber(count) : `${wholeNumber(count)}+`;

/** 1、2、3 · 1, 2 and 3 */
export function list(words: readonly string[], locale: Locale): string {
  if (locale === 'zh-CN') return words.join('、');
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** The mark of a date that rests on years nobody has published: null when there are none. */
export function unpublishedMark(years: readonly string[], locale: Locale): string | null {
  if (years.length === 0) return null;
  return locale === 'en' ? `holidays of ${list(years, 'en')} not published` : `${years.join('、')}年节假日安排未公布`;
}
