/** A person who presses while no worker asks for work: told so soon, nothing half-done, and the same press works later. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, Connection } from '@temporalio/client';
import { act } from '../../client/items/acts.ts';
import { examineRuns } from '../../client/runs.ts';
import type { OpenContext } from '../../client/open.ts';
import { actor, cast } from '../support/cast.ts';
import { contextOn } from '../support/context.ts';
import { useLedger } from '../support/ledger.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { startRuns } from '../support/round.ts';
import { dataConverter, keyFiles } from '../support/seals.ts';
import { startTestTemporal, type TestTemporal } from '../support/temporal.ts';

const ledger = useLedger();
let temporal: TestTemporal;
let env: Record<string, string>;
let context: OpenContext;
let itemId = '';

beforeAll(async () => {
  // A server of its own: on the shared one, workers of other tests ask for work.
  temporal = await startTestTemporal();
  env = { DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: temporal.address, ...keyFiles };
  context = contextOn(env);
  const connection = await Connection.connect({ address: temporal.address });
  const { itemIds } = await startRuns(context.pool, new Client({ connection, dataConverter }), 1);
  [itemId = ''] = itemIds;
  await connection.close();
});
afterAll(async () => {
  await context.close();
  await temporal.stop();
});

test('the person hears of it within seconds, and the same press is taken once a worker is there', async () => {
  const press = () => act(context, itemId, { type: 'signFor', actor: actor(cast.wang), commandId: 'sign-once' });
  const away = { code: 'partAway', part: 'worker' };
  const begun = performance.now();
  await expect(press()).rejects.toMatchObject({ refusal: away });
  expect(performance.now() - begun).toBeLessThan(8000);
  expect(await context.temporal.health()).toEqual({ runs: 'ready', worker: 'away', failingRuns: 0 });
  // Nothing is left waiting for a worker by somebody who only wants to look.
  await expect(examineRuns(context, actor(cast.zhao))).rejects.toMatchObject({ refusal: away });

  const worker = await startProgram(programs.worker, { env: { ...env, SMTP_URL: 'smtp://127.0.0.1:9' } });
  try {
    await expect.poll(async () => (await context.temporal.health()).worker, { timeout: 20_000 }).toBe('ready');
    expect(await press()).toMatchObject({ state: 'inProgress' });
    const { rows } = await context.pool.query<{ type: string }>('SELECT type FROM event WHERE item_id = $1', [itemId]);
    expect(rows.filter(({ type }) => type === 'signedFor')).toHaveLength(1);
  } finally {
    await stopProgram(worker);
  }
});
