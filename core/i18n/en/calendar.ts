/** What is wrong with a year of the calendar, in English. */
import type { CalendarFault } from '../../rules/calendar-faults.ts';
import { plural, sentenceDate } from '../format.ts';

const day = (date: string): string => sentenceDate(date, 'en');

export const enCalendarFaults: {
  readonly [Code in CalendarFault['code']]: (fault: Extract<CalendarFault, { readonly code: Code }>) => string;
} = {
  notUnderstood: ({ said }) => `Not understood: "${said}".`,
  noYear: () => 'The text names no year.',
  notADay: ({ said, given }) => `"${given}" is no day: "${said}".`,
  wrongWeekday: ({ date, given, said }) => `${day(date)} is not "${given}": "${said}".`,
  wrongCount: ({ given, counted, said }) => `These are ${plural(counted, 'day')}, not ${given}: "${said}".`,
  holidayMissing: ({ name }) => `"${name}" is missing.`,
  endsBeforeItBegins: ({ name, from, to }) => `"${name}" begins on ${day(from)} and ends on ${day(to)}.`,
  ofAnotherYear: ({ date, year }) => `${day(date)} is not of ${year}, nor of the December before.`,
  freeTwice: ({ date, name }) => `${day(date)} is a day off twice ("${name}").`,
  notMadeUp: ({ date }) => `${day(date)} is no weekend that could be worked on in exchange.`,
  tooLong: ({ name, most }) => `"${name}" is longer than ${plural(most, 'day')}.`,
};
