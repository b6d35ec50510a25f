/**
 * Starting a round of items against bare starts of an empty workflow: same server, same process, same run, taking turns.
 *
 * The round's time runs from the start of its workflow to the ledger saying that every item has its own: dispatch facts,
 * projection, outbox and workflow. The bare time is the starts alone, with as many at once. A figure of one machine means
 * nothing; the ratio does.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pino from 'pino';
import { verdictOf, type Verdict } from './figures.ts';
import { addCast } from '../support/ledger-cast.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { keys } from '../support/seals.ts';
import { draftRound } from '../support/round.ts';
import { startTestTemporal } from '../support/temporal.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createRoundActivities } from '../../activities/round.ts';
import { instant } from '../../core/time.ts';
import { migrate } from '../../db/migrate.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import { roundWorkflowId, type RoundStart } from '../../workflows/contract.ts';

const target = 0.95;
const startsAtOnce = 32;

export async function benchStart(items: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const postgres = await startTestPostgres({ durable: true });
  const temporal = await startTestTemporal();
  await migrate(postgres.url);
  const pool = openPool(postgres.url, pino({ level: 'silent' }));
  await addCast(pool);
  const connection = await NativeConnection.connect({ address: temporal.address });
  const client = new Client({ connection: await Connection.connect({ address: temporal.address }) });
  const cache = join(import.meta.dirname, '..', '..', '.cache');
  const roundQueue = 'bench-round';
  const bareQueue = 'bench-bare';
  const workers = [
    await Worker.create({
      connection,
      taskQueue: roundQueue,
      workflowBundle: { codePath: await workflowBundle(cache, new DefaultLogger('WARN')) },
      activities: { ...createLedgerActivities(pool, keys), ...createRoundActivities({ pool, taskQueue: roundQueue }) },
      maxCachedWorkflows: 800,
    }),
    await Worker.create({
      connection,
      taskQueue: bareQueue,
      workflowBundle: await bundleWorkflowCode({
        workflowsPath: join(import.meta.dirname, 'bare-workflows.ts'),
        logger: new DefaultLogger('WARN'),
      }),
      maxCachedWorkflows: 800,
    }),
  ];
  const running = workers.map((worker) => worker.run());
  const round: number[] = [];
  const bare: number[] = [];
  try {
    // One unmeasured turn of each: first connections, first plans, first compiled code.
    await bareTurn(client, bareQueue, 100);
    await roundTurn(client, pool, roundQueue, 100);
    for (let turn = 1; turn <= turns; turn += 1) {
      bare.push(await bareTurn(client, bareQueue, items));
      round.push(await roundTurn(client, pool, roundQueue, items));
      say(`turn ${turn}: round ${Math.round(round.at(-1) ?? 0)}/s, bare ${Math.round(bare.at(-1) ?? 0)}/s`);
    }
  } finally {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
    await client.connection.close();
    await connection.close();
    await pool.end();
    await temporal.stop();
    await postgres.stop();
  }
  return verdictOf('start', target, round, bare);
}

/** A turn leaves tasks behind that the next would pay for: it ends when the server has none left for the worker. */
async function settle(client: Client, taskQueue: string): Promise<void> {
  for (let quiet = 0; quiet < 3; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { stats } = await client.workflowService.describeTaskQueue({
      namespace: 'default',
      taskQueue: { name: taskQueue },
      taskQueueType: 1,
      reportStats: true,
    });
    quiet = Number(stats?.approximateBacklogCount ?? 0) === 0 ? quiet + 1 : 0;
  }
}

async function bareTurn(client: Client, taskQueue: string, count: number): Promise<number> {
  const begun = performance.now();
  let left = count;
  const starters = Array.from({ length: startsAtOnce }, async () => {
    while (left > 0) {
      left -= 1;
      await client.workflow.start('emptyWorkflow', { taskQueue, workflowId: randomUUID() });
    }
  });
  await Promise.all(starters);
  const perSecond = rate(count, begun);
  await settle(client, taskQueue);
  return perSecond;
}

async function roundTurn(client: Client, pool: Pool, taskQueue: string, count: number): Promise<number> {
  const launchedAt = instant(Date.now());
  const { roundId } = await draftRound(pool, count, launchedAt, { immediate: false });
  const start: RoundStart = { roundId };
  const begun = performance.now();
  const options = { taskQueue, workflowId: roundWorkflowId(roundId), args: [start] };
  const handle = await client.workflow.start('roundWorkflow', options);
  await handle.result();
  const perSecond = rate(count, begun);
  const { rows } = await pool.query<{ started: number }>(
    `SELECT started_count AS started FROM round WHERE id = $1 AND state = 'running'`,
    [roundId],
  );
  if (rows[0]?.started !== count) throw new Error(`only ${rows[0]?.started ?? 0} of ${count} items were started`);
  await settle(client, taskQueue);
  return perSecond;
}

const rate = (count: number, begun: number): number => (count * 1000) / (performance.now() - begun);
