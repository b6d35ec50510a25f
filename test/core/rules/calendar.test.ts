/** Counting in working days, from one edge of a holiday to the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  dayStatus,
  explain,
  isWorkingDay,
  nextSlot,
  unknownYears,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
  type WorkCalendar,
} from '../../../core/rules/calendar.ts';
import { china } from '../../../core/rules/china.ts';
import { addDays, at, instant, localDate, millis } from '../../../core/time.ts';

const dates = fc.integer({ min: 0, max: 1460 }).map((days) => addDays('2024-01-01', days));
const instants = fc
  .integer({ min: millis('2024-01-01T00:00:00.000Z'), max: millis('2027-12-31T00:00:00.000Z') })
  .map(instant);
const slots = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('a day', () => {
  it.each([
    ['2026-09-30', { kind: 'workday', works: true, known: true }],
    ['2026-10-01', { kind: 'holiday', works: false, known: true, holiday: '国庆节' }],
    ['2026-10-07', { kind: 'holiday', works: false, known: true, holiday: '国庆节' }],
    ['2026-10-08', { kind: 'workday', works: true, known: true }],
    ['2026-10-10', { kind: 'makeUp', works: true, known: true }],
    ['2026-10-11', { kind: 'weekend', works: false, known: true }],
    ['2026-02-14', { kind: 'makeUp', works: true, known: true }],
    ['2026-02-15', { kind: 'holiday', works: false, known: true, holiday: '春节' }],
    ['2027-01-01', { kind: 'workday', works: true, known: false }],
    ['2027-01-02', { kind: 'weekend', works: false, known: false }],
    ['2023-10-02', { kind: 'workday', works: true, known: false }],
  ])('%s says what it is and whether that is known', (date, status) => {
    expect(dayStatus(china, date)).toEqual(status);
  });

  it('at the end of December follows the notice of the next year, which may begin before New Year', () => {
    const notice2019 = {
      source: '国务院办公厅关于2019年部分节假日安排的通知',
      holidays: [{ name: '元旦', from: '2018-12-30', to: '2019-01-01' }],
      workOn: ['2018-12-29'],
    };
    const calendar: WorkCalendar = { '2018': { source: '', holidays: [], workOn: [] }, '2019': notice2019 };
    expect(dayStatus(calendar, '2018-12-29')).toEqual({ kind: 'makeUp', works: true, known: true });
    expect(dayStatus(calendar, '2018-12-31')).toEqual({ kind: 'holiday', works: false, known: true, holiday: '元旦' });
    expect(dayStatus({ '2019': notice2019 }, '2018-12-31').known).toBe(true);
    expect(dayStatus({ '2019': notice2019 }, '2018-12-28').known).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-10', 1, '2026-10-12'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s plus %i is %s', (date, count, expected) => {
    expect(addWorkingDays(china, date, count)).toBe(expected);
  });

  it.each([
    ['2026-10-08', '2026-10-14', 5],
    ['2026-10-08', '2026-10-08', 0],
    ['2026-10-14', '2026-10-08', -5],
    ['2026-09-30', '2026-10-07', 0],
  ])('between %s and %s are %i', (from, to, expected) => {
    expect(workingDaysBetween(china, from, to)).toBe(expected);
  });

  it('are never minus nothing, which would be shown as “-0”', () => {
    expect(Object.is(workingDaysBetween(china, '2026-10-07', '2026-09-30'), 0)).toBe(true);
  });

  it('are found again by counting: adding and counting are inverse', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 120 }), (date, count) => {
        const reached = addWorkingDays(china, date, count);
        expect(workingDaysBetween(china, date, reached)).toBe(count);
        expect(0 - workingDaysBetween(china, reached, date)).toBe(count);
        if (count > 0) expect(isWorkingDay(china, reached)).toBe(true);
      }),
    );
  });

  it('add up: from one day to a second and on to a third is as far as at once', () => {
    fc.assert(
      fc.property(dates, dates, dates, (one, two, three) => {
        const [first = '', second = '', third = ''] = [one, two, three].sort();
        const between = (from: string, to: string) => workingDaysBetween(china, from, to);
        expect(between(first, second) + between(second, third)).toBe(between(first, third));
      }),
    );
  });

  it('between two days are as many as one finds by asking for each of them', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [from = '', to = ''] = [one, other].sort();
        let count = 0;
        for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
          if (isWorkingDay(china, date)) count += 1;
        expect(workingDaysBetween(china, from, to)).toBe(count);
      }),
    );
  });

  it.each([
    ['2026-10-04', '2026-09-30', '2026-10-08'],
    ['2026-10-11', '2026-10-10', '2026-10-12'],
    ['2026-10-12', '2026-10-12', '2026-10-12'],
  ])('next to %s are %s and %s', (date, before, after) => {
    expect([workingDayUpTo(china, date), workingDayFrom(china, date)]).toEqual([before, after]);
  });
});

describe('years that nobody has published', () => {
  it.each([
    ['2024-01-01', '2026-12-31', []],
    ['2026-12-31', '2027-01-01', ['2027']],
    ['2023-12-31', '2024-01-01', ['2023']],
    ['2026-06-01', '2028-01-01', ['2027', '2028']],
  ])('between %s and %s are named', (from, to, expected) => {
    expect(unknownYears(china, from, to)).toEqual(expected);
  });
});

describe('a date explains itself', () => {
  it('with every day that did not count and why', () => {
    expect(explain(china, '2026-09-28', '2026-10-12')).toEqual({
      from: '2026-09-28',
      to: '2026-10-12',
      calendarDays: 14,
      workingDays: 6,
      skipped: [
        ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
          date: `2026-10-${day}`,
          kind: 'holiday',
          holiday: '国庆节',
        })),
        { date: '2026-10-11', kind: 'weekend' },
      ],
      madeUp: ['2026-10-10'],
      unknownYears: [],
    });
  });

  it('and says when it rests on a year that is not published', () => {
    const { skipped, unknownYears: unknown } = explain(china, '2026-12-31', '2027-01-04');
    expect(skipped.map(({ date }) => date)).toEqual(['2027-01-02', '2027-01-03']);
    expect(unknown).toEqual(['2027']);
  });

  it('so that working days and skipped days are all its days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 90 }), (from, days) => {
        const { calendarDays, workingDays, skipped } = explain(china, from, addDays(from, days));
        expect([calendarDays, workingDays + skipped.length]).toEqual([days, days]);
      }),
    );
  });
});

describe('the next mail slot', () => {
  it.each([
    ['the minute itself', '2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z'],
    ['a millisecond late', '2026-03-02T01:00:00.001Z', '2026-03-03T01:00:00.000Z'],
    ['late in the evening in Shanghai', '2026-03-02T15:59:00.000Z', '2026-03-03T01:00:00.000Z'],
    ['after midnight in Shanghai, still the day before in UTC', '2026-03-02T16:01:00.000Z', '2026-03-03T01:00:00.000Z'],
    ['the eve of the national holiday', '2026-09-30T02:00:00.000Z', '2026-10-08T01:00:00.000Z'],
    ['before a make-up Saturday', '2026-10-09T02:00:00.000Z', '2026-10-10T01:00:00.000Z'],
  ])('after %s', (_, after, expected) => {
    expect(nextSlot(china, after, '09:00')).toBe(expected);
  });

  it('is the first one at or after the moment, on a working day, at its time in Shanghai', () => {
    fc.assert(
      fc.property(instants, slots, (after, time) => {
        const slot = nextSlot(china, after, time);
        const day = localDate(slot);
        expect(slot).toBe(at(day, time));
        expect(slot >= after).toBe(true);
        expect(isWorkingDay(china, day)).toBe(true);
        for (let earlier = localDate(after); earlier < day; earlier = addDays(earlier, 1))
          expect(isWorkingDay(china, earlier) && at(earlier, time) >= after).toBe(false);
      }),
    );
  });
});
