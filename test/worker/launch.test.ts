/** A round launched by a real worker: every item is dispatched and has its workflow, once, however often the launch is repeated. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createRoundActivities } from '../../activities/round.ts';
import { instant } from '../../core/time.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { commands, itemWorkflowId, roundWorkflowId, type RoundStart } from '../../workflows/contract.ts';
import { actor, cast } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { dataConverter, keys, seal } from '../support/seals.ts';
import { draftRound } from '../support/round.ts';

const ledger = useLedger();
const taskQueue = 'launch';
const count = 300;
let client: Client;
let worker: Worker;
let running: Promise<void>;
let connection: NativeConnection;

beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: inject('temporalAddress') }), dataConverter });
  connection = await NativeConnection.connect({ address: inject('temporalAddress') });
  const { pool } = ledger.current;
  worker = await Worker.create({
    connection,
    taskQueue,
    dataConverter,
    workflowBundle: { codePath: inject('workflowBundle') },
    activities: { ...createLedgerActivities(pool, keys), ...createRoundActivities({ pool, taskQueue }) },
  });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
});

async function launch(roundId: string): Promise<void> {
  const start: RoundStart = { roundId };
  const workflowId = roundWorkflowId(roundId);
  await client.workflow.execute('roundWorkflow', { taskQueue, workflowId, args: [start] });
}

const figures = async (roundId: string) => {
  const { rows } = await ledger.current.pool.query<Record<string, unknown>>(
    `SELECT round.state, round.started_count, round.open_count,
       (SELECT count(*)::integer FROM item WHERE round_id = round.id AND state = 'assigned') AS assigned,
       (SELECT count(*)::integer FROM event JOIN item ON item.id = item_id
        WHERE round_id = round.id AND type = 'dispatched') AS dispatched,
       (SELECT count(*)::integer FROM mail_line JOIN item ON item.id = item_id WHERE round_id = round.id) AS lines
     FROM round WHERE id = $1`,
    [roundId],
  );
  return rows[0];
};

describe('a launch', () => {
  it('starts every item, in chunks, and twice the same launch changes nothing', async () => {
    const launchedAt = instant(Date.now());
    const { roundId, itemIds } = await draftRound(ledger.current.pool, count, launchedAt);
    await launch(roundId);
    const once = await figures(roundId);
    expect(once).toEqual({
      state: 'running',
      started_count: count,
      open_count: count,
      assigned: count,
      dispatched: count,
      // The handler and the liaison of the unit.
      lines: 2 * count,
    });
    await launch(roundId);
    expect(await figures(roundId)).toEqual(once);
    for (const itemId of [itemIds[0], itemIds[count - 1]])
      expect(firstBreak(itemId ?? '', await eventsOf(ledger.current.pool, itemId ?? ''))).toBeNull();
  });

  it('lets people act on its items at once, and a refused command leaves no event in the history at all', async () => {
    const launchedAt = instant(Date.now());
    const { roundId, itemIds } = await draftRound(ledger.current.pool, 1, launchedAt);
    await launch(roundId);
    const handle = client.workflow.getHandle(itemWorkflowId(roundId, itemIds[0] ?? ''));
    const signFor = (commandId: string) =>
      handle.executeUpdate(commands.signFor, {
        args: [seal(itemIds[0] ?? '', { type: 'signFor', actor: actor(cast.wang), commandId })],
        updateId: commandId,
      });
    await signFor('press-0001');
    const before = (await handle.fetchHistory()).events?.length;
    await expect(signFor('press-0002')).rejects.toThrow('Workflow Update failed');
    expect((await handle.fetchHistory()).events?.length).toBe(before);
    await handle.terminate();
  });
});
