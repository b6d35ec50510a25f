/** What benches run on: durable servers, the product's worker and a bare one, each a process of its own, and the use cases. */
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { contextOn } from '../support/context.ts';
import { addCast } from '../support/ledger-cast.ts';
import { collectGarbage, inspectorAt } from '../support/inspected.ts';
import { memoryOfTree } from '../support/memory.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { draftRound, launchRound } from '../support/round.ts';
import { keyFiles } from '../support/seals.ts';
import { startTestTemporal } from '../support/temporal.ts';
import type { OpenContext } from '../../client/open.ts';
import { instant } from '../../core/time.ts';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../local/ports.ts';
import { flags } from '../../local/programs/service.ts';

export const bareQueue = 'bench-bare';

export interface Stage {
  readonly context: OpenContext;
  /** For the bare side. */
  readonly client: Client;
  /** Settles when the worker has let go of what nobody holds any more. */
  collect(worker: 'ours' | 'bare'): Promise<void>;
  /** Resident memory of a worker, MB. */
  memoryMb(worker: 'ours' | 'bare'): number;
  /** Launches a round of items of the finance office, and gives their ids and the seconds it took. */
  launch(count: number): Promise<{ itemIds: readonly string[]; seconds: number }>;
  /** Another Temporal server, which knows of nothing, in the place of this one, with workers of its own. */
  emptyTemporal(): Promise<void>;
  close(): Promise<void>;
}

/** How many workflows the bare worker keeps: more than a bench starts side by side. */
const bareCached = 800;

export async function openStage(): Promise<Stage> {
  const postgres = await startTestPostgres({ durable: true });
  await migrate(postgres.url);
  const ports = { ours: await freePort(), bare: await freePort() };
  const play = async () => {
    const temporal = await startTestTemporal();
    const env = {
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      // No mail leaves while a bench runs: nothing listens there.
      SMTP_URL: 'smtp://127.0.0.1:9',
      RECTIFY_LOG_LEVEL: 'error',
      ...keyFiles,
    };
    const context = contextOn(env);
    const client = new Client({ connection: await Connection.connect({ address: temporal.address }) });
    const ours = await startProgram(programs.worker, { flags: [...flags.worker, inspectorAt(ports.ours)], env });
    const bare = await startProgram(join('test', 'bench', 'bare-worker.ts'), {
      args: [temporal.address, bareQueue, String(bareCached)],
      flags: [...flags.worker, inspectorAt(ports.bare)],
    });
    return { temporal, context, client, ours, bare };
  };
  let current = await play();
  const end = async () => {
    await Promise.all([stopProgram(current.ours), stopProgram(current.bare)]);
    await current.context.close();
    await current.client.connection.close();
    await current.temporal.stop();
  };
  const pidOf = (worker: 'ours' | 'bare'): number => {
    const { pid } = current[worker];
    if (pid === undefined) throw new Error(`no worker runs as ${worker}`);
    return pid;
  };
  await addCast(current.context.pool);
  return {
    get context() {
      return current.context;
    },
    get client() {
      return current.client;
    },
    collect: (worker) => collectGarbage(pidOf(worker), ports[worker]),
    memoryMb: (worker) => memoryOfTree(pidOf(worker)).totalBytes / 1_000_000,
    async launch(count) {
      const { roundId, itemIds } = await draftRound(current.context.pool, count, instant(Date.now()));
      return { itemIds, seconds: await launchRound(current.context, roundId) };
    },
    async emptyTemporal() {
      await end();
      current = await play();
    },
    async close() {
      await end();
      await postgres.stop();
    },
  };
}
