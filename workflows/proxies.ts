/** The activities as the workflows call them: each with the timeouts and retries that its effect needs, and why. */
import { ActivityFailure, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities, Batch, Committed } from '../activities/contract.ts';

/** No limit of attempts: an outage ends, and what can never be written is an answer of the activity, not a failure. */
const untilItWorks = { initialInterval: '250ms', backoffCoefficient: 2, maximumInterval: '1m' } as const;

const { commitBatch: commitNow } = proxyLocalActivities<Pick<Activities, 'commitBatch'>>({
  startToCloseTimeout: '3s',
  retry: { maximumAttempts: 1 },
});

const { retryCommit } = proxyActivities<Pick<Activities, 'retryCommit'>>({
  startToCloseTimeout: '10s',
  retry: untilItWorks,
});

/**
 * Commits at once, within the task that decided; five events less than an activity of its own. Where the ledger does not
 * answer, it waits as an activity and not in the task, so that the item goes on answering.
 *
 * A commit can land while its task is lost. The ledger has the facts then: the run that decides them again goes on with the
 * ledger's own, or begins anew where it has decided otherwise.
 */
export async function commit(batch: Batch): Promise<Committed> {
  try {
    return await commitNow(batch);
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    return retryCommit(batch);
  }
}

export const { takeLease } = proxyActivities<Pick<Activities, 'takeLease'>>({
  startToCloseTimeout: '10s',
  retry: untilItWorks,
});

/** Long and resumable: a dead worker is noticed by its missing heartbeat, and the next one goes on where it stood. */
export const { launchItems, beginItems, reconcile, renewItems } = proxyActivities<
  Pick<Activities, 'launchItems' | 'beginItems' | 'reconcile' | 'renewItems'>
>({
  startToCloseTimeout: '4h',
  heartbeatTimeout: '20s',
  retry: untilItWorks,
});
