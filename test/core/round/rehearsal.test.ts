import { describe, expect, it } from 'vitest';
import { differencesOf, heavyDays, untilRange, type Rehearsal } from '../../../core/round/rehearsal.ts';

const played = (days: readonly (readonly [on: string, personId: string, mails: number])[]): Rehearsal => ({
  ...{ roundId: 'r-1', title: '云岭县水利局整改', assumption: 'nobodyActs', from: '2026-01-05', until: '2026-07-05' },
  ...{
    heavyFrom: 3,
    items: 2,
    finished: 0,
    mails: 0,
    letters: 0,
    people: 0,
    escalated: [],
    unsure: [],
    letterNames: {},
  },
  ...{ undone: 0, seconds: 1 },
  days: days.map(([on, personId, mails]) => ({ on, personId, mails, letters: 0, items: [] })),
});

describe('a rehearsal', () => {
  it('ends tomorrow at the earliest and in two years at the latest', () => {
    expect(untilRange('2026-02-28')).toEqual({ earliest: '2026-03-01', latest: '2028-02-28' });
  });

  it('names the days that are heavy for somebody, the heaviest first', () => {
    const found = heavyDays(
      played([
        ['2026-01-05', 'wang', 2],
        ['2026-01-06', 'wang', 3],
        ['2026-01-07', 'lin', 5],
      ]),
    );
    expect(found.map(({ on, mails }) => [on, mails])).toEqual([
      ['2026-01-07', 5],
      ['2026-01-06', 3],
    ]);
  });
});

describe('two rehearsals', () => {
  it('differ by day and person; what is the same is not told', () => {
    const before = played([
      ['2026-01-05', 'wang', 1],
      ['2026-01-06', 'wang', 2],
      ['2026-01-09', 'lin', 1],
    ]);
    const after = played([
      ['2026-01-05', 'wang', 1],
      ['2026-01-06', 'lin', 2],
      ['2026-01-09', 'lin', 3],
    ]);
    expect(differencesOf(before, after)).toEqual([
      { on: '2026-01-06', personId: 'lin', before: 0, after: 2 },
      { on: '2026-01-06', personId: 'wang', before: 2, after: 0 },
      { on: '2026-01-09', personId: 'lin', before: 1, after: 3 },
    ]);
    expect(differencesOf(before, before)).toEqual([]);
  });
});
