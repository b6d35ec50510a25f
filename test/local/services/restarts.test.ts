import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseMsAfter, restartRule } from '../../../local/services/restarts.ts';

it('doubles the pause up to its limit, and then gives up', () => {
  const pauses = Array.from({ length: restartRule.mostInARow + 1 }, (_, index) => pauseMsAfter(index + 1, restartRule));
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, null]);
});

it('never gives a pause that is longer than the limit or shorter than the one before', () => {
  const rules = fc.record({
    firstPauseMs: fc.integer({ min: 1, max: 1000 }),
    longestPauseMs: fc.integer({ min: 1000, max: 60_000 }),
    mostInARow: fc.integer({ min: 1, max: 100 }),
    steadyMs: fc.integer({ min: 1 }),
  });
  fc.assert(
    fc.property(rules, fc.integer({ min: 2, max: 100 }), (rule, deaths) => {
      const [before, after] = [pauseMsAfter(deaths - 1, rule), pauseMsAfter(deaths, rule)];
      if (after === null) return deaths > rule.mostInARow;
      return before !== null && after >= before && after <= rule.longestPauseMs;
    }),
  );
});
