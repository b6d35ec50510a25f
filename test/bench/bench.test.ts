/** The benches work: small ones, for what they print; their figures are for `npm run bench`, on a quiet machine. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './figures.ts';
import type { MemoryVerdict } from './memory.ts';

const main = join(import.meta.dirname, 'main.ts');

async function bench(...args: string[]): Promise<Verdict> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args, '--json']);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Verdict;
}

describe('a bench', () => {
  it.each(['start', 'click', 'mails', 'rebuild'])('%s ends with its figures', async (name) => {
    const verdict = await bench(name, '--items', '30', '--turns', '1');
    expect(verdict.name).toBe(name);
    expect(verdict.ours).toBeGreaterThan(0);
    expect(verdict.bare).toBeGreaterThan(0);
    expect(verdict.ratio).toBeCloseTo(verdict.ours / verdict.bare, 5);
    expect(verdict.spread).toEqual([verdict.ratio, verdict.ratio]);
    expect(verdict.target).toBeGreaterThan(0);
  });

  it('memory ends with its figures, and the worker stays within its limit', async () => {
    const { name, mostMb, limitMb, replayRatio } = (await bench(
      'memory',
      '--items',
      '60',
      '--turns',
      '1',
    )) as MemoryVerdict;
    expect(name).toBe('memory');
    expect(mostMb).toBeGreaterThan(50);
    expect(mostMb).toBeLessThan(limitMb);
    expect(replayRatio).toBeGreaterThan(0);
  });

  it('says what there is when it does not know the name', async () => {
    await expect(bench('nothing')).rejects.toThrow(/start.*rebuild/);
  });
});
