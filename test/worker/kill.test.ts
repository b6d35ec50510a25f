/**
 * The worker is killed in the middle of a commit, and after it before the server hears of it: one fact, one mail.
 *
 * A trigger of the test holds the transaction open, so the kill meets it there every time and not by luck. Only the worker
 * dies here; the servers live.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { act } from '../../client/items/acts.ts';
import type { OpenContext } from '../../client/open.ts';
import { Refused } from '../../client/refused.ts';
import { instant } from '../../core/time.ts';
import {
  roundWorkflowId,
  taskQueue,
  type Answer,
  type MailRelayStart,
  type RoundStart,
} from '../../workflows/contract.ts';
import { actor, cast } from '../support/cast.ts';
import { contextOn } from '../support/context.ts';
import { useLedger } from '../support/ledger.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { draftRound, type DraftRound } from '../support/round.ts';
import { dataConverter, keyFiles } from '../support/seals.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp.ts';

const ledger = useLedger();
let sink: SmtpSink;
let client: Client;
let worker: ChildProcess;
let owner: pg.Client;
let round: DraftRound;
let context: OpenContext;

async function startWorker(): Promise<ChildProcess> {
  return startProgram(programs.worker, {
    env: {
      DATABASE_URL: ledger.current.url,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      SMTP_URL: sink.url,
      ...keyFiles,
      RECTIFY_LOG_LEVEL: 'error',
    },
  });
}

const kill = (): Promise<void> => stopProgram(worker);

beforeAll(async () => {
  sink = await startSmtpSink();
  client = new Client({ connection: await Connection.connect({ address: inject('temporalAddress') }), dataConverter });
  const env = { DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: inject('temporalAddress'), ...keyFiles };
  context = contextOn(env);
  owner = new pg.Client({ connectionString: ledger.current.url });
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$`);
});

beforeEach(async () => {
  const launchedAt = instant(Date.now());
  round = await draftRound(ledger.current.pool, 1, launchedAt);
  worker = await startWorker();
  const start: RoundStart = { roundId: round.roundId };
  const workflowId = roundWorkflowId(round.roundId);
  await client.workflow.execute('roundWorkflow', { taskQueue, workflowId, args: [start] });
});

afterEach(async () => {
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
});

afterAll(async () => {
  await owner.end();
  await client.connection.close();
  await context.close();
  await sink.stop();
});

const itemId = () => round.itemIds[0] ?? '';

/** A person hands the item back: one fact, and one line to each of the two in the inspection office. */
const disown = async (): Promise<Answer> => {
  for (const end = Date.now() + 40_000; ;)
    try {
      return await press();
    } catch (error) {
      // Nobody answered in time: a person presses again, and it is the same press.
      if (!(error instanceof Refused) || error.refusal.code !== 'outcomeUnknown' || Date.now() > end) throw error;
    }
};

const press = (): Promise<Answer> =>
  act(context, itemId(), {
    ...{ type: 'disown', actor: actor(cast.wang), commandId: 'press-0001' },
    reason: '此项职责属于工程科。',
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 5)))
    if (Date.now() > end) throw new Error('it did not come to that');
}

const count = async (sql: string): Promise<number> => {
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`);
  return rows[0]?.count ?? 0;
};

async function expectOneFactAndOneMailEach(): Promise<void> {
  expect(await count(`event WHERE item_id = '${itemId()}' AND type = 'disowned'`)).toBe(1);
  expect(await count(`mail_line WHERE item_id = '${itemId()}' AND kind = 'disowned'`)).toBe(1);
  sink.clear();
  const inAMonth: MailRelayStart = { now: instant(Date.now() + 30 * 86_400_000) };
  const relay = () =>
    client.workflow.execute('mailRelayWorkflow', { taskQueue, workflowId: `relay-${Math.random()}`, args: [inAMonth] });
  await relay();
  await relay();
  expect(sink.to(cast.zhao.email)).toHaveLength(1);
}

describe('kill -9 of the worker', () => {
  it('in the middle of a commit leaves exactly one fact and one mail', async () => {
    await owner.query('CREATE TRIGGER held AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION hold()');
    const answer = disown();
    await until(async () => (await count(`pg_stat_activity WHERE wait_event = 'PgSleep'`)) > 0);
    await kill();
    expect(await count(`event WHERE item_id = '${itemId()}' AND type = 'disowned'`)).toBe(0);
    // The transaction of the dead worker dies with its connection, not before its trigger has slept out.
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'`);
    await owner.query('DROP TRIGGER held ON event');
    worker = await startWorker();
    expect(await answer).toMatchObject({ state: 'disowned' });
    await expectOneFactAndOneMailEach();
  });

  it('after the commit, before the server heard of it, leaves exactly one fact and one mail', async () => {
    const answer = disown();
    await until(async () => (await count(`event WHERE item_id = '${itemId()}' AND type = 'disowned'`)) === 1);
    await kill();
    worker = await startWorker();
    expect(await answer).toMatchObject({ state: 'disowned' });
    await expectOneFactAndOneMailEach();
  });
});
