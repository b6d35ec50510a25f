/** The brake on mass mail, by a clock that the test moves. */
import { describe, expect, it } from 'vitest';
import { createBrake, type Brake, type Leave } from '../../activities/mail-brake.ts';

describe('the brake', () => {
  const leave = (brake: Brake, nowMs: number): Leave | null => {
    const taken = brake.take(nowMs);
    return 'leave' in taken ? taken.leave : null;
  };
  const waitMs = (brake: Brake, nowMs: number): number | null => {
    const taken = brake.take(nowMs);
    return 'waitMs' in taken ? taken.waitMs : null;
  };

  it('never lets more than so many go in any sixty seconds', () => {
    const brake = createBrake(3);
    const gone: number[] = [];
    for (let now = 0; now < 300_000; now += 1_000) {
      const taken = leave(brake, now);
      if (taken !== null) gone.push(now);
      taken?.gone(now);
    }
    for (const start of gone)
      expect(gone.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(3);
    expect(gone).toHaveLength(15);
  });

  it('says how long to wait', () => {
    const brake = createBrake(1);
    leave(brake, 1_000)?.gone(1_000);
    expect([waitMs(brake, 11_000), waitMs(brake, 61_000)]).toEqual([50_000, null]);
  });

  it('counts a mail from when it went, however long it was held up before', () => {
    const brake = createBrake(1);
    const held = leave(brake, 0);
    expect(waitMs(brake, 59_000)).toBe(1000);
    held?.gone(59_500);
    expect(waitMs(brake, 60_500)).toBe(59_000);
  });

  it('does not count a mail that was not there', () => {
    const brake = createBrake(1);
    leave(brake, 0)?.giveBack();
    leave(brake, 1)?.gone(1);
    expect(waitMs(brake, 2)).toBe(59_999);
  });

  it('is off unless set', () => {
    const brake = createBrake(undefined);
    expect(Array.from({ length: 1000 }, () => leave(brake, 0)).every((taken) => taken !== null)).toBe(true);
  });
});
