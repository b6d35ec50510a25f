/** A day as people write it: 2026-09-30, 2026/9/30, 2026.9.30, 2026年9月30日, 20260930. */
import { isLocalDate, type LocalDate } from '../../core/time.ts';

const written = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** Null for what names no day, or not all of it. */
export function dayIn(text: string): LocalDate | null {
  const [, year = '', month, day, shortMonth = '', shortDay = ''] =
    written.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  const date = [year, month ?? shortMonth, day ?? shortDay].map((part) => part.padStart(2, '0')).join('-');
  return isLocalDate(date) ? date : null;
}

/** What a number in a cell of dates may be; a year alone is a number, too. */
const isLikely = (day: LocalDate): boolean => day >= '2000-01-01' && day < '2100-01-01';

/** @param serial the day that the cell's number is, null where it is none */
export const dayOfCell = (text: string, serial: LocalDate | null): LocalDate | null =>
  dayIn(text) ?? (serial !== null && isLikely(serial) ? serial : null);
