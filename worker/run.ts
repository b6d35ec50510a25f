/** One worker with everything it needs, from start to a graceful end. */
import { registerSearchAttributes } from './search-attributes.ts';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { Activities } from '../activities/contract.ts';
import type { Access } from '../wire/access.ts';

export interface WorkerOptions {
  readonly access: Access;
  readonly taskQueue: string;
  readonly bundlePath: string;
  readonly activities: Activities;
  /** Explicit, as the SDK's own number follows the heap and has run isolates out of memory. */
  readonly cachedItems: number;
  readonly dataConverter: DataConverter;
}

export interface RunningWorker {
  /** Settles when the worker has stopped; rejects when it could not go on. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

export async function startWorker({ access, ...options }: WorkerOptions): Promise<RunningWorker> {
  const connection = await NativeConnection.connect(access.connection);
  await registerSearchAttributes(connection.operatorService, access.namespace);
  return workOn(connection, access.namespace, options);
}

/** The connection is the worker's from here on. */
export async function workOn(
  connection: NativeConnection,
  namespace: string,
  options: Omit<WorkerOptions, 'access'>,
): Promise<RunningWorker> {
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: options.taskQueue,
    workflowBundle: { codePath: options.bundlePath },
    activities: { ...options.activities },
    maxCachedWorkflows: options.cachedItems,
    dataConverter: options.dataConverter,
    // How long an item waits for the worker that had it at hand before any other may take it: less than a person waits.
    stickyQueueScheduleToStartTimeout: '2s',
    // A commit under way is finished before the process ends; what is not is repeated by the next worker.
    shutdownGraceTime: '15s',
    shutdownForceTime: '30s',
  });
  const done = worker.run().finally(() => connection.close());
  return {
    done,
    stop: (): void => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    },
  };
}
