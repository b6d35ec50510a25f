/** The runs of items as the Temporal server knows them: listed in bulk, asked one by one where the list does not settle it. */
import { getClient } from '@temporalio/activity';
import { defineSearchAttributeKey, WorkflowNotFoundError } from '@temporalio/common';
import { itemWorkflowId } from '../core/ids.ts';
import { runQueries, searchAttributes } from '../core/item/lease.ts';
import type { RunSide } from '../core/item/soundness.ts';

const epochKey = defineSearchAttributeKey(searchAttributes.epoch.name, searchAttributes.epoch.type);

/** Open runs by the id of their item, as of a moment ago: the list lags behind by a second or so. */
export async function listedRuns(onPage: () => void): Promise<Map<string, RunSide>> {
  const failingIds = new Set<string>();
  for await (const { workflowId } of getClient().workflow.list({ query: runQueries.failing }))
    failingIds.add(workflowId);
  const runs = new Map<string, RunSide>();
  for await (const { workflowId, startTime, typedSearchAttributes } of getClient().workflow.list({
    query: runQueries.running,
  })) {
    if (runs.size % 500 === 0) onPage();
    runs.set(itemIdOf(workflowId), {
      isRunning: true,
      isFailing: failingIds.has(workflowId),
      startedAt: startTime.toISOString(),
      epoch: typedSearchAttributes.get(epochKey) ?? null,
      position: null,
    });
  }
  return runs;
}

const itemIdOf = (workflowId: string): string => workflowId.slice(workflowId.lastIndexOf('/') + 1);

/** How long a run is asked: one that does not answer by then is stuck. */
const queryMs = 10_000;

/** One item's newest run, as of now; with its position when it answers. */
export async function runNow(roundId: string, itemId: string, isFailing: boolean): Promise<RunSide | null> {
  const client = getClient();
  const handle = client.workflow.getHandle(itemWorkflowId(roundId, itemId));
  const described = await handle.describe().catch((error: unknown) => {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  });
  if (described === null) return null;
  const { status, startTime, typedSearchAttributes } = described;
  const side = { startedAt: startTime.toISOString(), epoch: typedSearchAttributes.get(epochKey) ?? null };
  if (status.name !== 'RUNNING') return { ...side, isRunning: false, isFailing: false, position: null };
  try {
    const position = await client.withDeadline(Date.now() + queryMs, () =>
      handle.query<NonNullable<RunSide['position']>>('position'),
    );
    return { ...side, isRunning: true, isFailing, position };
  } catch {
    // A run that cannot say where it stands is stuck, whatever the reason it gives.
    return { ...side, isRunning: true, isFailing: true, position: null };
  }
}

export async function endRun(roundId: string, itemId: string): Promise<void> {
  await getClient().workflow.getHandle(itemWorkflowId(roundId, itemId)).terminate('its item is finished');
}
