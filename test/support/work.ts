/** A worker on the real server with a ledger of its own, and the use cases beside it: what the product is made of, without doors. */
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, inject } from 'vitest';
import { contextOn } from './context.ts';
import { silentLogger, useLedger } from './ledger.ts';
import { draftRound, launchRound } from './round.ts';
import { dataConverter, keyFiles, keys } from './seals.ts';
import { startTestTemporal, type TestTemporal } from './temporal.ts';
import { createActivities } from '../../activities/index.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import type { Context } from '../../client/context.ts';
import { act } from '../../client/items/acts.ts';
import type { OpenContext } from '../../client/open.ts';
import { Refused } from '../../client/refused.ts';
import { itemWorkflowId, taskQueue } from '../../core/ids.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import { instant } from '../../core/time.ts';
import type { Pool } from '../../db/pool.ts';
import { startWorker, type RunningWorker } from '../../worker/run.ts';
import type { OurDataConverter } from '../../wire/data-converter.ts';
import type { Answer } from '../../workflows/contract.ts';

export interface Work {
  readonly pool: Pool;
  /** The ledger as its owner reaches it. */
  readonly url: string;
  readonly context: Context;
  /** Ends the runs that other files left on the server: they are none of this ledger's. */
  endOtherRuns(): Promise<void>;
  /** Launches a round of items that belong to the finance office and gives their ids. */
  launch(count: number): Promise<string[]>;
  /** For what a person may do by hand at Temporal's door. */
  readonly client: Client;
  /** The run of an item. */
  runOf(itemId: string): WorkflowHandle;
  /** A person who is told that the answer is late presses again; it is the same press. */
  pressUntilAnswered(itemId: string, command: ItemCommand): Promise<Answer>;
  /** Ends the worker in good order and starts one with another bundle, or other keys of payloads, in its place. */
  deploy(bundlePath: string, converter?: OurDataConverter): Promise<void>;
}

interface WorkOptions {
  /** What the first worker runs; today's workflows when left out. */
  readonly firstBundle?: () => Promise<string>;
  /** Settings of a Temporal server that is this file's own; the one that all share when left out. */
  readonly serverArgs?: readonly string[];
}

export function useWork({ firstBundle = async () => inject('workflowBundle'), serverArgs }: WorkOptions = {}): Work {
  const ledger = useLedger();
  let server: TestTemporal | null = null;
  let address = inject('temporalAddress');
  let context: OpenContext | null = null;
  let client: Client;
  let worker: RunningWorker;
  const current = (): OpenContext => {
    if (context === null) throw new Error('the work goes on only while tests run');
    return context;
  };

  const start = async (bundlePath: string, converter = dataConverter): Promise<RunningWorker> => {
    const { pool } = ledger.current;
    return startWorker({
      access: { connection: { address }, namespace: 'default' },
      taskQueue,
      bundlePath,
      cachedItems: 400,
      dataConverter: converter,
      activities: createActivities({
        pool,
        logger: silentLogger,
        holder: new MailHolder({ pool, logger: silentLogger }),
        transport: { deliver: () => Promise.reject(new Error('no mail leaves in this test')) },
        mail: { mailFrom: 'zg@yunling.example', webUrl: 'http://localhost' },
        taskQueue,
        keys,
      }),
    });
  };
  const stop = async (): Promise<void> => {
    worker.stop();
    await worker.done;
  };

  beforeAll(async () => {
    if (serverArgs !== undefined) {
      server = await startTestTemporal({ extraArgs: serverArgs });
      address = server.address;
    }
    context = contextOn({ DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: address, ...keyFiles });
    client = new Client({ connection: await Connection.connect({ address }), dataConverter });
    worker = await start(await firstBundle());
  });
  afterAll(async () => {
    await stop();
    await client.connection.close();
    await current().close();
    await server?.stop();
  });

  return {
    get pool() {
      return current().pool;
    },
    get url() {
      return ledger.current.url;
    },
    get context() {
      return current();
    },
    get client() {
      return client;
    },
    runOf: (itemId) => client.workflow.getHandle(itemWorkflowId(itemId.slice(0, itemId.lastIndexOf('-')), itemId)),
    async pressUntilAnswered(itemId, command) {
      for (;;)
        try {
          return await act(current(), itemId, command);
        } catch (error) {
          if (!(error instanceof Refused) || error.refusal.code !== 'outcomeUnknown') throw error;
        }
    },
    async endOtherRuns() {
      for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` }))
        await client.workflow.getHandle(workflowId).terminate('the test before is over');
    },
    async launch(count) {
      const { roundId, itemIds } = await draftRound(current().pool, count, instant(Date.now()));
      await launchRound(current(), roundId);
      return [...itemIds];
    },
    async deploy(bundlePath, converter) {
      await stop();
      worker = await start(bundlePath, converter);
    },
  };
}
