/**
 * How long whoever guesses passwords must wait: a pause that doubles with each failure beyond those that everybody has.
 *
 * An account is braked as a whole, so that many addresses together guess no faster than one. A device on which its owner
 * signed in before is counted by itself: nobody can lock another out (OWASP's device cookies). An address is braked late, for a
 * whole office may share it.
 */
import { millis, type Instant } from '../time.ts';

export interface Brake {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly longestMs: number;
}

const minuteMs = 60_000;

/** Of an account by all devices that are strange to it or by one that is known, and of an address by all strange ones. */
export const brakes = {
  account: { free: 5, longestMs: 15 * minuteMs },
  address: { free: 50, longestMs: minuteMs },
} as const satisfies Readonly<Record<string, Brake>>;

/** Failures older than this are forgotten, ms. */
export const rememberedMs = 24 * 60 * minuteMs;

/** Tries of one kind that were made: those that failed, and those that are still being looked at. */
export interface Tries {
  readonly failed: number;
  readonly lastFailedAt: Instant | null;
  readonly open: number;
}

/** Until the next try may be made, ms; 0 when it may be made now. */
export function waitMs({ free, longestMs }: Brake, { failed, lastFailedAt }: Tries, now: Instant): number {
  if (failed < free || lastFailedAt === null) return 0;
  const pauseMs = Math.min(longestMs, 1000 * 2 ** (failed - free));
  return Math.max(0, millis(lastFailedAt) + pauseMs - millis(now));
}

/** Whether another try may be looked at beside those that are: no more at once than could all fail for nothing. */
export const hasRoom = ({ free }: Brake, { failed, open }: Tries): boolean => open < Math.max(1, free - failed);
