/** 节假日安排有误时的中文说法。 */
import type { enCalendarFaults } from '../en/calendar.ts';
import { sentenceDate, wholeNumber } from '../format.ts';

const day = (date: string): string => sentenceDate(date, 'zh-CN');

export const zhCalendarFaults: typeof enCalendarFaults = {
  notUnderstood: ({ said }) => `未能识别：“${said}”。`,
  noYear: () => '文中没有年份。',
  notADay: ({ said, given }) => `“${given}”不是有效日期：“${said}”。`,
  wrongWeekday: ({ date, given, said }) => `${day(date)}与“${given}”不符：“${said}”。`,
  wrongCount: ({ given, counted, said }) =>
    `实为 ${wholeNumber(counted)} 天，不是 ${wholeNumber(given)} 天：“${said}”。`,
  holidayMissing: ({ name }) => `缺少“${name}”。`,
  endsBeforeItBegins: ({ name, from, to }) => `“${name}”自${day(from)}起，却止于${day(to)}。`,
  ofAnotherYear: ({ date, year }) => `${day(date)}不在 ${year} 年或上年 12 月之内。`,
  freeTwice: ({ date, name }) => `${day(date)}重复放假（“${name}”）。`,
  notMadeUp: ({ date }) => `${day(date)}不是可以调休上班的周末。`,
  tooLong: ({ name, most }) => `“${name}”超过 ${wholeNumber(most)} 天。`,
};
