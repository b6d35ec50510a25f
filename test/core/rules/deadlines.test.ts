/** The first deadlines of an item. */
import { describe, expect, it } from 'vitest';
import { china } from '../../../core/rules/china.ts';
import { earliestStart, firstDeadlines, settle, signDueOn } from '../../../core/rules/deadlines.ts';
import { defaultPolicy, type Policy } from '../../../core/rules/policy.ts';
import { addDays } from '../../../core/time.ts';

const deadlines = (startsOn: string, dispatchedOn: string, change: Partial<Policy> = {}) =>
  firstDeadlines({ policy: { ...defaultPolicy, ...change }, calendar: china }, startsOn, dispatchedOn);

describe('the first deadlines', () => {
  it.each([
    [
      'a day off moves to the next working day',
      ['2026-01-05', '2026-01-05'],
      {},
      { signDueOn: '2026-01-08', planDueOn: '2026-02-04', dueOn: '2026-07-06' },
    ],
    [
      'or is kept, when the policy says so',
      ['2026-01-05', '2026-01-05'],
      { dueOnDayOff: 'keep' },
      { signDueOn: '2026-01-08', planDueOn: '2026-02-04', dueOn: '2026-07-05' },
    ],
    [
      'the period counts from the feedback, the signature from the dispatch',
      ['2026-04-02', '2026-04-30'],
      {},
      { signDueOn: '2026-05-08', planDueOn: '2026-05-06', dueOn: '2026-10-08' },
    ],
    [
      'a plan is never asked for by a day that is over',
      ['2026-04-02', '2026-05-06'],
      {},
      { signDueOn: '2026-05-09', planDueOn: '2026-05-19', dueOn: '2026-10-08' },
    ],
    [
      'nor later than the whole',
      ['2026-04-02', '2026-09-30'],
      {},
      { signDueOn: '2026-10-10', planDueOn: '2026-10-08', dueOn: '2026-10-08' },
    ],
    [
      'the end of a month is clamped before it is moved',
      ['2025-08-31', '2025-09-01'],
      {},
      { signDueOn: '2025-09-04', planDueOn: '2025-09-30', dueOn: '2026-02-28' },
    ],
    [
      'without a sign-off clock nobody is late to sign',
      ['2026-01-05', '2026-01-05'],
      { signWithinWorkingDays: null, planDueDays: 15, periodMonths: 3 },
      { signDueOn: null, planDueOn: '2026-01-20', dueOn: '2026-04-07' },
    ],
  ] as const)('%s', (_, [startsOn, dispatchedOn], change, expected) => {
    expect(deadlines(startsOn, dispatchedOn, change)).toEqual(expected);
  });

  it.each(['2026-03-02', '2026-07-06', '2026-08-31', '2026-10-07', '2026-02-28'])(
    'of the earliest start for %s are not over, those of the day before are',
    (today) => {
      const rules = { policy: defaultPolicy, calendar: china };
      const startsOn = earliestStart(rules, today);
      expect(firstDeadlines(rules, startsOn, today).dueOn >= today).toBe(true);
      expect(firstDeadlines(rules, addDays(startsOn, -1), today).dueOn < today).toBe(true);
    },
  );

  it('to sign counts in working days over the Spring Festival', () => {
    expect(signDueOn(defaultPolicy, china, '2026-02-13')).toBe('2026-02-25');
  });

  it('stay where they are on a working day, also on a make-up Saturday', () => {
    expect(settle(defaultPolicy, china, '2026-02-28')).toBe('2026-02-28');
    expect(settle(defaultPolicy, china, '2026-03-01')).toBe('2026-03-02');
  });
});
