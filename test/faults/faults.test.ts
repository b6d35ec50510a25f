/** The faults work: a few of each, so that they are there when a whole storm is wanted (`npm run faults`). */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultVerdict } from './verdict.ts';
import { resultOf } from '../support/command.ts';

const main = join(import.meta.dirname, 'main.ts');

/** Rejects when anything was lost, doubled, frozen or led astray. */
const faults = (...args: string[]) => resultOf<FaultVerdict>(main, ...args);

describe('faults', () => {
  it('of all parts at random lose, double, freeze and lead astray nothing', async () => {
    const verdict = await faults('storm', '--items', '24', '--faults', '4', '--seed', '7');
    expect(verdict).toMatchObject({ name: 'storm', faults: 4, lost: 0, doubled: 0, frozen: 0, astray: 0 });
    expect(verdict.recoverMs).toBeGreaterThan(0);
  });

  it('in a morning of mails lose none, and double none but in SMTP’s own window', async () => {
    const verdict = await faults('kills', '--items', '80', '--faults', '1');
    expect(verdict).toMatchObject({ name: 'kills', faults: 2, lost: 0 });
    expect(verdict.doubled).toBe(verdict.unavoidable);
  });

  it('of either store leave every item alive, and name each that knows more than its ledger', async () => {
    const verdict = await faults('stores', '--items', '6');
    expect(verdict).toMatchObject({ name: 'stores', faults: 3, lost: 0, doubled: 0, frozen: 0, astray: 0 });
  });
});
