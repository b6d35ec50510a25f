/** Whether the Temporal server answers, whether a worker asks it for work, and whether runs fail. */
import type { temporal } from '@temporalio/proto';
import { taskQueue } from '../core/ids.ts';
import { runQueries } from '../core/item/lease.ts';

export interface TemporalHealth {
  readonly runs: 'ready' | 'away';
  /** Unknown while the server does not answer. */
  readonly worker: 'ready' | 'away' | 'unknown';
  readonly failingRuns: number | null;
}

type WorkflowService = temporal.api.workflowservice.v1.WorkflowService;

/** A worker that lives asks at least once a minute: its poll is held for that long when there is nothing to do. */
const silentMs = 90_000;

/** The server's number for queues of workflow tasks. */
const workflowTasks = 1;

/** Whoever calls sets the time by which the server must have answered; one that has not is away. */
export async function temporalHealth(service: WorkflowService, namespace: string): Promise<TemporalHealth> {
  try {
    const worker = (await hasWorker(service, namespace)) ? 'ready' : 'away';
    const { count } = await service.countWorkflowExecutions({ namespace, query: runQueries.failing });
    return { runs: 'ready', worker, failingRuns: Number(count) };
  } catch {
    return { runs: 'away', worker: 'unknown', failingRuns: null };
  }
}

async function hasWorker(service: WorkflowService, namespace: string): Promise<boolean> {
  const { pollers } = await service.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: workflowTasks,
  });
  const newest = Math.max(0, ...(pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0)));
  return newest * 1000 > Date.now() - silentMs;
}
