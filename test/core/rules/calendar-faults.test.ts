import { describe, expect, it } from 'vitest';
import { faultsOfYear } from '../../../core/rules/calendar-faults.ts';
import type { CalendarYear } from '../../../core/rules/calendar.ts';
import { china } from '../../../core/rules/china.ts';
import { present } from '../../../core/present.ts';

const year: CalendarYear = present(china['2026'], 'the year 2026');
const [newYear] = year.holidays;
const faultsWith = (changed: Partial<CalendarYear>) => faultsOfYear(2026, { ...year, ...changed });

it.each(Object.entries(china))('the calendar of %s that came with the product has no fault', (number, own) => {
  expect(faultsOfYear(Number(number), own)).toEqual([]);
});

describe('a year of the calendar', () => {
  it('has no day free twice, and none that ends before it begins', () => {
    const twice = { name: '元旦', from: '2026-01-03', to: '2026-01-04' };
    expect(faultsWith({ holidays: [...year.holidays, twice], workOn: [] })).toEqual([
      { code: 'freeTwice', date: '2026-01-03', name: '元旦' },
    ]);
    const backwards = { name: '校庆', from: '2026-11-08', to: '2026-11-07' };
    expect(faultsWith({ holidays: [...year.holidays, backwards] })).toMatchObject([{ code: 'endsBeforeItBegins' }]);
  });

  it('holds its own days, and at most the last of the year before', () => {
    expect(faultsWith({ workOn: ['2025-12-28'] })).toEqual([]);
    expect(faultsWith({ workOn: ['2025-11-30', '2027-01-02'] }).map(({ code }) => code)).toEqual([
      'ofAnotherYear',
      'ofAnotherYear',
    ]);
  });

  it('has people work in exchange only on weekends that are no holiday', () => {
    expect(faultsWith({ workOn: ['2026-01-03', '2026-01-05'] })).toEqual([
      { code: 'notMadeUp', date: '2026-01-03' },
      { code: 'notMadeUp', date: '2026-01-05' },
    ]);
  });

  it('has no holiday that nobody would believe, and real days only', () => {
    expect(
      faultsWith({ holidays: [...year.holidays, { name: '校庆', from: '2026-11-01', to: '2026-11-30' }] }),
    ).toEqual([{ code: 'tooLong', name: '校庆', most: 16 }]);
    expect(newYear).toBeDefined();
    expect(faultsWith({ workOn: ['2026-02-30'] })).toEqual([
      { code: 'notADay', said: '2026-02-30', given: '2026-02-30' },
    ]);
  });
});
