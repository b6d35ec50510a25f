/**
 * What is wrong with a year of the working calendar, whoever wrote it and how: all faults at once, each with what was said and
 * what would be right.
 */
import { isOfNotice, type CalendarYear } from './calendar.ts';
import { addDays, isLocalDate, weekday, type LocalDate } from '../time.ts';

export type CalendarFault =
  /** A sentence of the notice that says nothing this product knows. */
  | { readonly code: 'notUnderstood'; readonly said: string }
  | { readonly code: 'noYear' }
  | { readonly code: 'notADay'; readonly said: string; readonly given: string }
  | { readonly code: 'wrongWeekday'; readonly said: string; readonly date: LocalDate; readonly given: string }
  | { readonly code: 'wrongCount'; readonly said: string; readonly given: number; readonly counted: number }
  | { readonly code: 'holidayMissing'; readonly name: string }
  | { readonly code: 'endsBeforeItBegins'; readonly name: string; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'ofAnotherYear'; readonly date: LocalDate; readonly year: number }
  | { readonly code: 'freeTwice'; readonly date: LocalDate; readonly name: string }
  /** Only a day of a weekend can be worked on in exchange, and no holiday. */
  | { readonly code: 'notMadeUp'; readonly date: LocalDate }
  | { readonly code: 'tooLong'; readonly name: string; readonly most: number };

/** The statutory holidays: every notice names each of them, some of them together. */
export const holidayNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** The longest stretch that was ever given, with room. */
const mostDays = 16;

/** What a year says of itself, held against the days. Never throws. */
export function faultsOfYear(year: number, { holidays, workOn }: CalendarYear): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const notDays = [...holidays.flatMap(({ from, to }) => [from, to]), ...workOn].filter((date) => !isLocalDate(date));
  if (notDays.length > 0) return notDays.map((given) => ({ code: 'notADay', said: given, given }));
  for (const name of holidayNames)
    if (!holidays.some((holiday) => holiday.name.includes(name))) faults.push({ code: 'holidayMissing', name });
  const free = new Set<LocalDate>();
  for (const { name, from, to } of holidays) {
    if (to < from) faults.push({ code: 'endsBeforeItBegins', name, from, to });
    else if (to > addDays(from, mostDays - 1)) faults.push({ code: 'tooLong', name, most: mostDays });
    else
      for (let date = from; date <= to; date = addDays(date, 1)) {
        if (free.has(date)) faults.push({ code: 'freeTwice', date, name });
        free.add(date);
        if (!isOfNotice(year, date)) faults.push({ code: 'ofAnotherYear', date, year });
      }
  }
  for (const date of workOn) {
    if (!isOfNotice(year, date)) faults.push({ code: 'ofAnotherYear', date, year });
    if (weekday(date) < 6 || free.has(date)) faults.push({ code: 'notMadeUp', date });
  }
  return faults;
}
