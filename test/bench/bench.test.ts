/** The benches work: small ones, for what they print; their figures are for `npm run bench`, on a quiet machine. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './figures.ts';
import type { MemoryVerdict } from './memory.ts';
import { resultOf } from '../support/command.ts';

const main = join(import.meta.dirname, 'main.ts');

describe('a bench', () => {
  it.each(['start', 'click', 'mails', 'rebuild', 'besides', 'parse', 'sheet'])(
    '%s ends with its figures',
    async (name) => {
      const verdict = await resultOf<Verdict>(main, name, '--items', '30', '--turns', '1');
      expect(verdict.name).toBe(name);
      expect(verdict.ours).toBeGreaterThan(0);
      expect(verdict.bare).toBeGreaterThan(0);
      expect(verdict.ratio).toBeCloseTo(verdict.ours / verdict.bare, 5);
      expect(verdict.spread).toEqual([verdict.ratio, verdict.ratio]);
      expect(verdict.target).toBeGreaterThan(0);
    },
  );

  it('memory ends with its figures, and the worker stays within its limit', async () => {
    const { name, mostMb, limitMb, replayRatio } = await resultOf<MemoryVerdict>(
      main,
      'memory',
      '--items',
      '60',
      '--turns',
      '1',
    );
    expect(name).toBe('memory');
    expect(mostMb).toBeGreaterThan(50);
    expect(mostMb).toBeLessThan(limitMb);
    expect(replayRatio).toBeGreaterThan(0);
  });

  it('ledger ends with its figures, of the view that grows most', async () => {
    const verdict = await resultOf<Verdict>(main, 'ledger', '--items', '2000', '--turns', '3');
    expect(verdict.name).toBe('ledger');
    expect(verdict.ratio).toBeCloseTo(verdict.ours / verdict.bare, 5);
    expect(verdict.target).toBe(1.3);
  });

  it('longLife ends with its figures, of the last turns', async () => {
    const verdict = await resultOf<Verdict>(main, 'longLife', '--items', '60', '--turns', '3');
    expect(verdict).toMatchObject({ name: 'longLife', target: 1.3 });
    expect(verdict.ratio).toBeCloseTo(verdict.ours / verdict.bare, 5);
  });

  it('says what there is when it does not know the name', async () => {
    await expect(resultOf(main, 'nothing')).rejects.toThrow(/start.*rebuild/);
  });
});
