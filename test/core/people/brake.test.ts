/** How long whoever guesses must wait. */
import { describe, expect, it } from 'vitest';
import { brakes, hasRoom, waitMs, type Tries } from '../../../core/people/brake.ts';

const lastFailedAt = '2026-03-02T02:00:00.000Z';
const after = (failed: number): Tries => ({ failed, lastFailedAt: failed === 0 ? null : lastFailedAt, open: 0 });

describe('the pause', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [10, 32],
    [14, 512],
    [15, 900],
    [1000, 900],
  ])('after %i failures of an account is %i seconds', (failed, seconds) => {
    expect(waitMs(brakes.account, after(failed), lastFailedAt)).toBe(seconds * 1000);
  });

  it('runs out from the last failure on', () => {
    expect(waitMs(brakes.account, after(6), '2026-03-02T02:00:01.500Z')).toBe(500);
    expect(waitMs(brakes.account, after(6), '2026-03-02T02:00:02.000Z')).toBe(0);
  });

  it('of an address begins late and stays short: an office may share it', () => {
    expect(waitMs(brakes.address, after(49), lastFailedAt)).toBe(0);
    expect(waitMs(brakes.address, after(500), lastFailedAt)).toBe(60_000);
  });
});

describe('tries at the same moment', () => {
  it('are let in as long as all of them may fail, and one by one after that', () => {
    const rooms = [0, 4, 5].map((open) => hasRoom(brakes.account, { ...after(0), open }));
    expect(rooms).toEqual([true, true, false]);
    expect([0, 1].map((open) => hasRoom(brakes.account, { ...after(9), open }))).toEqual([true, false]);
  });
});
