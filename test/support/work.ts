/** A worker on the real server with a ledger of its own, and the use cases beside it: what the product is made of, without doors. */
import { afterAll, beforeAll, inject } from 'vitest';
import { contextOn } from './context.ts';
import { silentLogger, useLedger } from './ledger.ts';
import { draftRound, launchRound } from './round.ts';
import { keyFiles, keys } from './seals.ts';
import { createActivities } from '../../activities/index.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import type { Context } from '../../client/context.ts';
import type { OpenContext } from '../../client/open.ts';
import { taskQueue } from '../../core/ids.ts';
import { instant } from '../../core/time.ts';
import type { Pool } from '../../db/pool.ts';
import { startWorker, type RunningWorker } from '../../worker/run.ts';

export interface Work {
  readonly pool: Pool;
  /** The ledger as its owner reaches it. */
  readonly url: string;
  readonly context: Context;
  /** Launches a round of items that belong to the finance office and gives their ids. */
  launch(count: number): Promise<string[]>;
  /** Ends the worker in good order and starts one with another bundle in its place. */
  deploy(bundlePath: string): Promise<void>;
}

/** @param firstBundle what the first worker runs; today's workflows when left out */
export function useWork(firstBundle = async () => inject('workflowBundle')): Work {
  const ledger = useLedger();
  let context: OpenContext | null = null;
  let worker: RunningWorker;
  const current = (): OpenContext => {
    if (context === null) throw new Error('the work goes on only while tests run');
    return context;
  };

  const start = async (bundlePath: string): Promise<RunningWorker> => {
    const { pool } = ledger.current;
    return startWorker({
      connection: { address: inject('temporalAddress') },
      namespace: 'default',
      taskQueue,
      bundlePath,
      cachedItems: 400,
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
    context = contextOn({ DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: inject('temporalAddress'), ...keyFiles });
    worker = await start(await firstBundle());
  });
  afterAll(async () => {
    await stop();
    await current().close();
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
    async launch(count) {
      const { roundId, itemIds } = await draftRound(current().pool, count, instant(Date.now()));
      await launchRound(current(), roundId);
      return [...itemIds];
    },
    async deploy(bundlePath) {
      await stop();
      worker = await start(bundlePath);
    },
  };
}
