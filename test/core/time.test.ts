/** Dates and instants in Asia/Shanghai, against the platform's own time-zone database. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  at,
  daysBetween,
  endOfDay,
  instant,
  isLocalDate,
  localDate,
  millis,
  weekday,
} from '../../core/time.ts';

const moments = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('a local date', () => {
  it.each(['2024-02-29', '2026-12-31', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '',
    '2026-2-3',
    '2025-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-00-10',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '二〇二六年',
    '0001-01-01',
    '9999-12-31',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('changes at midnight in Shanghai, not in UTC', () => {
    expect(localDate('2026-03-04T15:59:59.999Z')).toBe('2026-03-04');
    expect(localDate('2026-03-04T16:00:00.000Z')).toBe('2026-03-05');
  });

  it('and its time of day are what a clock in Shanghai shows', () => {
    fc.assert(
      fc.property(moments, (ms) => {
        const wholeMinute = ms - (ms % 60_000);
        const [date = '', time = ''] = shanghai.format(wholeMinute).split(' ');
        expect(localDate(instant(wholeMinute))).toBe(date);
        expect(millis(at(date, time))).toBe(wholeMinute);
      }),
    );
  });

  it('lasts to 24:00: its end is the first moment of the next day', () => {
    expect(endOfDay('2026-12-31')).toBe('2026-12-31T16:00:00.000Z');
    expect(localDate(endOfDay('2026-12-31'))).toBe('2027-01-01');
  });
});

describe('months', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-07-09', 6, '2027-01-09'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-05-15', 0, '2026-05-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s plus %i is %s: the end of a month is clamped', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('land in the month that was meant, never later in it than they started', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 36 }), (ms, months) => {
        const date = localDate(instant(ms));
        const moved = addMonths(date, months);
        const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(moved) - count(date)).toBe(months);
        expect(moved.slice(8) <= date.slice(8)).toBe(true);
        expect(isLocalDate(moved)).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  it('added are days between', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -800, max: 800 }), (ms, days) => {
        const date = localDate(instant(ms));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-03-02', 1],
    ['2026-03-06', 5],
    ['2026-03-07', 6],
    ['2026-03-08', 7],
  ])('%s is weekday %i', (date, expected) => {
    expect(weekday(date)).toBe(expected);
  });
});
