/** A worker on the real server with a ledger of its own, and the use cases beside it: what the product is made of, without doors. */
import { afterAll, beforeAll, inject } from 'vitest';
import { silentLogger, useLedger } from './ledger.ts';
import { draftRound } from './round.ts';
import { keyFiles, keys } from './seals.ts';
import { createActivities } from '../../activities/index.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import type { Context } from '../../client/context.ts';
import { openContext, type OpenContext } from '../../client/open.ts';
import { parseConfig } from '../../core/config.ts';
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
}

export function useWork(): Work {
  const ledger = useLedger();
  let context: OpenContext | null = null;
  let worker: RunningWorker;
  const current = (): OpenContext => {
    if (context === null) throw new Error('the work goes on only while tests run');
    return context;
  };

  beforeAll(async () => {
    const env = { DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: inject('temporalAddress'), ...keyFiles };
    const read = parseConfig(env);
    if ('problems' in read) throw new Error('bad configuration');
    context = openContext(read.config, env, { logger: silentLogger });
    worker = await startWorker({
      connection: { address: inject('temporalAddress') },
      namespace: 'default',
      taskQueue,
      bundlePath: inject('workflowBundle'),
      cachedItems: 400,
      activities: createActivities({
        pool: ledger.current.pool,
        logger: silentLogger,
        holder: new MailHolder({ pool: ledger.current.pool, logger: silentLogger }),
        transport: { deliver: () => Promise.reject(new Error('no mail leaves in this test')) },
        mail: { mailFrom: 'zg@yunling.example', webUrl: 'http://localhost' },
        taskQueue,
        keys,
      }),
    });
  });
  afterAll(async () => {
    worker.stop();
    await worker.done;
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
      await current().temporal.startRound(roundId);
      for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
        const { rows } = await current().pool.query<{ state: string }>('SELECT state FROM round WHERE id = $1', [
          roundId,
        ]);
        if (rows[0]?.state === 'running') return [...itemIds];
        if (Date.now() > end) throw new Error(`round ${roundId} was not launched`);
      }
    },
  };
}
