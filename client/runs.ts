/** The runs of items, kept by whoever operates the product: what was found wrong, a look now, and new code for all. */
import { requireMay, type Context } from './context.ts';
import { Refused } from './refused.ts';
import type { Actor } from '../core/actor.ts';
import { countOpenFaults, faults } from '../db/faults.ts';
import type { Reconciled, Renewed } from '../workflows/contract.ts';

const mostShown = 200;

/** What was found, open ones first; `open` counts those that a person must look at. */
export async function foundFaults({ pool }: Context, actor: Actor) {
  requireMay(actor, 'keepRuns');
  const [shown, open] = await Promise.all([faults(pool, mostShown), countOpenFaults(pool)]);
  return { faults: shown, open };
}

/**
 * Holds ledger and runs against each other now, asking every run where it stands, and begins anew what is not as it should
 * be. On an empty Temporal server that is every item under way: none is missed, and no mail is written for it.
 */
export async function examineRuns({ temporal }: Context, actor: Actor): Promise<Reconciled> {
  requireMay(actor, 'keepRuns');
  await requireWorker(temporal);
  return temporal.reconcile(true);
}

/** Begins every item under way anew on the code of today. */
export async function renewRuns({ temporal }: Context, actor: Actor, perSecond: number): Promise<Renewed> {
  requireMay(actor, 'keepRuns');
  await requireWorker(temporal);
  return temporal.renew(perSecond);
}

/** Work for the worker waits as long as that is away; whoever asked for it should not. */
export async function requireWorker(temporal: Context['temporal']): Promise<void> {
  const { runs, worker } = await temporal.health();
  if (runs === 'away') throw new Refused({ code: 'partAway', part: 'runs', isNothingDone: true });
  if (worker === 'away') throw new Refused({ code: 'partAway', part: 'worker', isNothingDone: true });
}
