import { describe, expect, it } from 'vitest';
import { actsAt, type Assumed } from '../../../core/round/assumed.ts';
import { china } from '../../../core/rules/china.ts';
import type { Turn } from '../../../core/item/turn.ts';
import { at } from '../../../core/time.ts';

const turn: Turn = {
  party: 'unit',
  act: 'signFor',
  personId: 'wang',
  unitIds: [],
  barred: [],
  since: at('2026-01-05', '10:00'),
  dueOn: '2026-01-12',
  unknownYears: [],
};
const on = (assumed: Partial<Assumed>, changed: Partial<Turn> = {}) =>
  actsAt(
    { ...turn, ...changed },
    { unitId: 'finance' },
    { assumption: 'onTime', paces: null, calendar: china, ...assumed },
  );

describe('whoever is asked', () => {
  it('does nothing where nobody acts, and where no act is wanted', () => {
    expect(on({ assumption: 'nobodyActs' })).toBeNull();
    expect(on({}, { act: null })).toBeNull();
    expect(on({}, { since: null })).toBeNull();
  });

  it('acts on the last working day but one, after the mails have come', () => {
    // Monday 01-12 is due; the day before is a Sunday, and so is the one before that no working day.
    expect(on({})).toBe(at('2026-01-09', '10:00'));
    expect(on({}, { dueOn: '2026-01-15' })).toBe(at('2026-01-14', '10:00'));
  });

  it('never acts before the day after it was asked for, be it due the same day, over, or without a date', () => {
    for (const dueOn of ['2026-01-06', '2026-01-05', '2025-12-01', null])
      expect(on({}, { dueOn }), String(dueOn)).toBe(at('2026-01-06', '10:00'));
    expect(on({}, { since: at('2026-01-09', '17:00'), dueOn: null })).toBe(at('2026-01-12', '10:00'));
  });

  it('takes as long as its unit took, to the next working day, and is on time where nobody ever did it', () => {
    const paces = { ofAll: { signFor: 1 }, ofUnit: { finance: { signFor: 5 } } };
    expect(on({ assumption: 'asLastRound', paces })).toBe(at('2026-01-12', '10:00'));
    expect(on({ assumption: 'asLastRound', paces }, { act: 'submitPlan', dueOn: '2026-01-15' })).toBe(
      at('2026-01-14', '10:00'),
    );
  });
});
