/** Dates as people type them: 2025-3-4, 20250304, 3月4日, 4 Mar, 明天, +10工作日. */
import { addWorkingDays, type WorkCalendar } from '../../core/rules/calendar.ts';
import { addDays, isLocalDate, type LocalDate } from '../../core/time.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const words: Readonly<Record<string, number>> = {
  今天: 0,
  明天: 1,
  后天: 2,
  today: 0,
  tomorrow: 1,
};

/** Null when it is no date. A day without a year is the next one, counted from today. */
export function readTypedDate(typed: string, today: LocalDate, calendar: WorkCalendar): LocalDate | null {
  const text = typed.trim().toLowerCase();
  const days = words[text];
  if (days !== undefined) return addDays(today, days);
  const [, ahead] = /^\+\s*(\d{1,3})\s*(?:个?工作日|working days?|wd)$/.exec(text) ?? [];
  if (ahead !== undefined) return addWorkingDays(calendar, today, Number(ahead));
  const [, later] = /^\+\s*(\d{1,3})\s*(?:天|days?)$/.exec(text) ?? [];
  if (later !== undefined) return addDays(today, Number(later));
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (whole !== null) return real(whole[1], whole[2], whole[3]);
  const short = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (short !== null) return coming(short[1], short[2], today);
  const english = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?$/.exec(text);
  if (english === null) return null;
  const month = String(months.indexOf(english[2] ?? '') + 1);
  return english[3] === undefined ? coming(month, english[1], today) : real(english[3], month, english[1]);
}

function real(year = '', month = '', day = ''): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function coming(month = '', day = '', today: LocalDate): LocalDate | null {
  const year = Number(today.slice(0, 4));
  const date = real(String(year), month, day);
  return date !== null && date < today ? real(String(year + 1), month, day) : date;
}
