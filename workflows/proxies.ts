/** The hands as the workflows hold them: each with the patience its effect deserves, and why. */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/contract.ts';

/**
 * No limit of attempts: an outage of the database ends, and a fact once decided must reach the ledger. Even a conflict with
 * the ledger is better stuck and seen by an operator than a promise that failed.
 */
const untilItWorks = { initialInterval: '250ms', backoffCoefficient: 2, maximumInterval: '1m' } as const;

/** For what follows a person's command: durable before the answer, even when the worker dies between. */
export const { commitBatch } = proxyActivities<Pick<Activities, 'commitBatch'>>({
  startToCloseTimeout: '10s',
  retry: untilItWorks,
});

/**
 * For what the clock decided: its trigger, the fired timer, is in history already, so a repeat after a crash decides the same.
 * Five events less a step than a regular activity.
 */
export const { commitBatch: commitTimedBatch } = proxyLocalActivities<Pick<Activities, 'commitBatch'>>({
  startToCloseTimeout: '10s',
  localRetryThreshold: '1m',
  retry: untilItWorks,
});

/** Long and resumable: a dead worker is noticed by its missing heartbeat, and the next one goes on where it stood. */
export const { launchItems } = proxyActivities<Pick<Activities, 'launchItems'>>({
  startToCloseTimeout: '4h',
  heartbeatTimeout: '20s',
  retry: untilItWorks,
});
