import { expect, it } from 'vitest';
import { until } from '../../local/until.ts';

it('gives up asking when there is no hope, and when the time is over', async () => {
  expect(await until(async () => false, { timeoutMs: 60_000, gaveUp: () => true })).toBe(false);
  expect(await until(async () => false, { timeoutMs: 30, everyMs: 5 })).toBe(false);
});

it('asks until the answer is yes', async () => {
  let asked = 0;
  expect(await until(async () => (asked += 1) === 3, { timeoutMs: 60_000, everyMs: 1 })).toBe(true);
  expect(asked).toBe(3);
});
