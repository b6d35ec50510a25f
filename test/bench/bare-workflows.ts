/** The bare operations that the product is measured against: a workflow that does nothing, and one that answers an update. */
import { condition, proxyActivities, setHandler, defineUpdate } from '@temporalio/workflow';
import type { BareActivities } from './bare-worker.ts';

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '10s' });

export async function emptyWorkflow(): Promise<void> {}

/** Waits for ever; a press costs one activity, which does nothing. */
export async function pressedWorkflow(): Promise<void> {
  setHandler(defineUpdate('press'), async () => nothing());
  await condition(() => false);
}
