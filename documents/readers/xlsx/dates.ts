/** Serial numbers of days → what a cell shows of them (ECMA-376 Part 1, §18.17.4 and §18.8.31). */
import type { LocalDate } from '../../../core/time.ts';

const dayMs = 86_400_000;
/** Day 0 of the two calendars; that of 1900 counts a 29 February that was none. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;
/** The day that never was is number 60: before it, numbers are one less. */
const LEAP_ERROR = 60;

/** The parts of a format that stand for parts of a moment, texts in quotes, and single signs. */
const TOKEN = /\[[^\]]{0,40}\]|"[^"]{0,200}"|\\.|_.|\*.|y+|m+|d+|h+|s+(?:\.0+)?|AM\/PM|A\/P|上午\/下午|[^]/gi;

const two = (value: number): string => String(value).padStart(2, '0');

const clean = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/"[^"]{0,200}"|\\.|\[(?!h|m|s)[^\]]{0,40}\]|_.|\*./gi, '');

/** Years, months, days, hours or seconds outside of quotes make a format one of dates. */
export const isDateFormat = (format: string): boolean => {
  const bare = clean(format);
  return /[ymdhs]/i.test(bare) && !/general|[0#?]/i.test(bare.replace(/s\.0+/gi, ''));
};

/** Whether an m at this place is about minutes: behind hours or before seconds. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const isPart = (token: string): boolean => /^\[?[ymdhs]/i.test(token);
  const before = (tokens.slice(0, at).findLast(isPart) ?? '').replace('[', '');
  const after = tokens.slice(at + 1).find(isPart) ?? '';
  return /^h/i.test(before) || /^s/i.test(after);
}

/** Null for a number that is no day. */
function momentOf(serial: number, is1904: boolean): Date | null {
  if (!(serial >= 0 && serial <= LAST_DAY)) return null;
  const days = is1904 || serial >= LEAP_ERROR || serial < 1 ? serial : serial + 1;
  // To the second: fractions of days do not come out even.
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((days * dayMs) / 1000) * 1000);
}

/** The day of a serial number, however it is shown. Null for a number that is no day. */
export const dayOf = (serial: number, is1904: boolean): LocalDate | null =>
  momentOf(serial, is1904)?.toISOString().slice(0, 10) ?? null;

/** Null for a number that is no day. */
export function dateText(serial: number, format: string, is1904: boolean): string | null {
  const moment = momentOf(serial, is1904);
  if (moment === null) return null;
  const tokens = (format.split(';')[0] ?? '').match(TOKEN) ?? [];
  const isTwelve = tokens.some((token) => /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(token));
  const hours = moment.getUTCHours();
  const shownHours = isTwelve ? (hours % 12 === 0 ? 12 : hours % 12) : hours;
  const part = (value: number, token: string): string => (token.length > 1 ? two(value) : String(value));
  return tokens
    .map((token, at) => {
      if (/^y/i.test(token))
        return token.length > 2 ? String(moment.getUTCFullYear()) : two(moment.getUTCFullYear() % 100);
      if (/^m/i.test(token))
        return part(isMinute(tokens, at) ? moment.getUTCMinutes() : moment.getUTCMonth() + 1, token);
      if (/^d/i.test(token)) return token.length > 2 ? '' : part(moment.getUTCDate(), token);
      if (/^h/i.test(token)) return part(shownHours, token);
      if (/^s/i.test(token)) return part(moment.getUTCSeconds(), token.replace(/\..*/, ''));
      if (/^\[h+\]$/i.test(token)) return String(Math.floor(serial * 24));
      if (/^(?:AM\/PM|A\/P|上午\/下午)$/i.test(token)) return hours < 12 ? '上午' : '下午';
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      return /^[[_*@]/.test(token) && token.length > 1 ? '' : token;
    })
    .join('')
    .trim();
}
