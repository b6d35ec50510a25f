/** The brake on guessing passwords: a try is let in before it is looked at, and told of afterwards. */
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { brakes, hasRoom, rememberedMs, waitMs } from '../../core/people/brake.ts';
import { instant, millis } from '../../core/time.ts';
import { transaction } from '../../db/pool.ts';
import {
  deleteOldTries,
  deleteTry,
  failTry,
  forgiveTries,
  insertTry,
  lockAccount,
  triesOf,
  type Guesser,
} from '../../db/sign-in-tries.ts';

/** How long a try waits for those before it to be looked at, asking more and more seldom, ms. */
const pausesMs = [0, 50, 100, 200, 400, 800, 1600, 3200, 6400] as const;

export interface Try {
  failed(): Promise<void>;
  succeeded(): Promise<void>;
  /** Neither: as if it had not been. */
  withdrawn(): Promise<void>;
}

/**
 * Counts a try before its outcome is known, so that many at the same moment do not slip through together; where they would,
 * the later ones wait.
 *
 * @throws Refused tooManyAttempts
 */
export async function letIn(context: Pick<Context, 'pool' | 'now'>, guesser: Guesser): Promise<Try> {
  const { pool, now } = context;
  for (const pauseMs of pausesMs) {
    await setTimeout(pauseMs);
    const id = await begin(context, guesser);
    if (id !== null)
      return {
        failed: () => failTry(pool, id, now()),
        succeeded: () => forgiveTries(pool, id, guesser),
        withdrawn: () => deleteTry(pool, id),
      };
  }
  throw new Refused({ code: 'tooManyAttempts', seconds: 1 });
}

/** Null while others are looked at that leave no room. */
function begin({ pool, now }: Pick<Context, 'pool' | 'now'>, guesser: Guesser): Promise<number | null> {
  return transaction(pool, async (db) => {
    await lockAccount(db, guesser.account);
    const at = now();
    const since = instant(millis(at) - rememberedMs);
    await deleteOldTries(db, since);
    const { own, address } = await triesOf(db, guesser, at, since);
    const isKnown = guesser.device !== null;
    const wait = Math.max(waitMs(brakes.account, own, at), isKnown ? 0 : waitMs(brakes.address, address, at));
    if (wait > 0) throw new Refused({ code: 'tooManyAttempts', seconds: Math.ceil(wait / 1000) });
    return hasRoom(brakes.account, own) ? insertTry(db, guesser, at) : null;
  });
}
