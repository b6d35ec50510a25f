/** The holiday table against an independent source: the package chinese-days, used nowhere but here. */
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { dayStatus, isWorkingDay } from '../../../core/rules/calendar.ts';
import { china } from '../../../core/rules/china.ts';
import { addDays, weekday } from '../../../core/time.ts';

const days: string[] = [];
for (let date = '2024-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) days.push(date);

describe('the State Council calendar 2024 to 2026', () => {
  it('agrees with chinese-days on every one of its 1096 days', () => {
    expect(days).toHaveLength(1096);
    const differing = days.filter((date) => isWorkingDay(china, date) !== chineseDays.isWorkday(date));
    expect(differing).toEqual([]);
  });

  it('knows every day of its three years', () => {
    expect(days.filter((date) => !dayStatus(china, date).known)).toEqual([]);
  });

  it.each([
    ['2024', 28, 8],
    ['2025', 28, 5],
    ['2026', 33, 6],
  ])(
    'has the length of the notice of %s: %i days off and %i days on which people work instead',
    (year, off, workOn) => {
      const notice = china[year];
      const inHolidays = days.filter(
        (date) => date.startsWith(year) && notice?.holidays.some(({ from, to }) => from <= date && date <= to),
      );
      expect([inHolidays.length, notice?.workOn.length]).toEqual([off, workOn]);
    },
  );

  it('lets people work in exchange only at weekends', () => {
    const makeUps = Object.values(china).flatMap(({ workOn }) => workOn);
    expect(makeUps.filter((date) => weekday(date) < 6)).toEqual([]);
  });

  it('names its source for each year', () => {
    for (const [year, { source }] of Object.entries(china)) expect(source).toContain(`${year}年部分节假日安排的通知`);
  });
});
