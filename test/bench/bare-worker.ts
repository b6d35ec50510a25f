/** A worker of the bare workflows, in a process of its own as ours is. `node bare-worker.ts ADDRESS QUEUE CACHED` */
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const activities = { nothing: () => Promise.resolve() };
export type BareActivities = typeof activities;

if (process.send !== undefined) {
  const [address = '', taskQueue = '', cached] = process.argv.slice(2);
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, 'bare-workflows.ts'),
      logger: new DefaultLogger('WARN'),
    }),
    activities,
    maxCachedWorkflows: Number(cached),
  });
  process.once('disconnect', () => process.exit(0));
  process.send({ ready: true });
  await worker.run();
}
