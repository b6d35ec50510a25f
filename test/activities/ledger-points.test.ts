/**
 * A commit held at each of its points, named by its statements: there another run of the item begins, or the connection dies.
 * Exactly one of two runs writes, and what was told to be written is.
 */
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Batch, Committed } from '../../activities/contract.ts';
import { eventsOf } from '../../db/events.ts';
import { takeLeases } from '../../db/lease.ts';
import { onlyRow, withConnection, type Pool } from '../../db/pool.ts';
import { cast } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { pressedAt as at, Run } from '../support/ledger-run.ts';
import { dispatchRound, draftRound } from '../support/round.ts';
import { keys } from '../support/seals.ts';
import type { Lease } from '../../core/item/lease.ts';

const ledger = useLedger();

/** Of a handing back, which writes a fact, two lines of mail and the projection; in their order. */
const points = [
  'BEGIN',
  'SELECT item.projection',
  'SELECT command_id',
  'INSERT INTO event',
  'SELECT person.id',
  'INSERT INTO mail_line',
  'UPDATE item',
  'COMMIT',
] as const;
type Moment = 'before' | 'after';
type Query = (text: string, values?: unknown[]) => Promise<unknown>;
/** @param query of the connection that is held */
type Hold = (query: Query) => Promise<void>;
const moments = points.flatMap((point) => [[point, 'before'] as const, [point, 'after'] as const]);

/** The pool, stopping at one statement of a transaction for as long as `hold` takes. It tells which it met. */
function holding(pool: Pool, point: string, moment: Moment, hold: Hold, met: string[] = []): Pool {
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'connect') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return async () => {
        const connection = await target.connect();
        const query = connection.query.bind(connection) as Query;
        const held = async (text: string, values?: unknown[]): Promise<unknown> => {
          met.push(text.trim());
          const isThere = text.trim().startsWith(point);
          if (isThere && moment === 'before') await hold(query);
          const result = await query(text, values);
          if (isThere && moment === 'after') await hold(query);
          return result;
        };
        const release = connection.release.bind(connection);
        return Object.assign(connection, {
          query: held,
          release: (error?: Error) => {
            Object.assign(connection, { query, release });
            release(error);
          },
        });
      };
    },
  });
}

let lease: Lease;
beforeEach(async () => {
  const { pool } = ledger.current;
  const { roundId, itemIds } = await draftRound(pool, 1, at);
  await dispatchRound(pool, roundId);
  lease = await newLease(itemIds[0] ?? '');
});

async function newLease(itemId: string): Promise<Lease> {
  const [taken] = await takeLeases(ledger.current.pool, [itemId]);
  if (taken === undefined) throw new Error(`no lease of ${itemId}`);
  return taken;
}

const commit = (pool: Pool, batch: Batch): Promise<Committed> => createLedgerActivities(pool, keys).commitBatch(batch);

const disowned = (held: Lease, commandId: string): Batch =>
  new Run(held.item).press(cast.wang, 'disown', { commandId }).batch(held.epoch);

const facts = async () => (await eventsOf(ledger.current.pool, lease.item.itemId)).map(({ event }) => event);

it('the points are those that a commit has', async () => {
  const met: string[] = [];
  await commit(
    holding(ledger.current.pool, 'none', 'before', async () => undefined, met),
    disowned(lease, 'press-0001'),
  );
  expect(met.map((text) => points.find((point) => text.startsWith(point)) ?? text)).toEqual(points);
});

describe('while a commit is held', () => {
  it.each(moments)('at %s, %s it, a second run begins: one of them writes', async (point, moment) => {
    const { pool } = ledger.current;
    const seconds: Promise<Committed>[] = [];
    const beginSecond = async (): Promise<void> => {
      const second = (async (): Promise<Committed> => {
        const next = await newLease(lease.item.itemId);
        // It begins with what the ledger holds: where the first has written, there is nothing left to hand back.
        return next.item.state === 'disowned'
          ? { outcome: 'superseded', seq: next.item.seq }
          : commit(pool, disowned(next, 'press-0002'));
      })();
      seconds.push(second);
      // Either it gets through, or it waits for us and goes on when we have finished.
      await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 60))]);
    };
    const first = await commit(holding(pool, point, moment, beginSecond), disowned(lease, 'press-0001'));
    const others = await Promise.all(seconds);
    expect([first, ...others].map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'superseded']);
    const written = (await facts()).filter(({ type }) => type === 'disowned');
    const winner = first.outcome === 'committed' ? 'press-0001' : 'press-0002';
    expect(written.map((event) => ('commandId' in event ? event.commandId : null))).toEqual([winner]);
  });

  it.each(moments)('at %s, %s it, its connection dies: the same batch again writes it once', async (point, moment) => {
    const { pool } = ledger.current;
    const batch = disowned(lease, 'press-0001');
    let deaths = 0;
    const die: Hold = async (query) => {
      const { rows } = (await query('SELECT pg_backend_pid() AS pid')) as { rows: { pid: number }[] };
      // Our own role may end no connection.
      const killed = await withConnection(inject('adminUrl'), (admin) =>
        admin.query<{ done: boolean }>('SELECT pg_terminate_backend($1) AS done', [rows[0]?.pid]),
      );
      if (onlyRow(killed.rows).done) deaths += 1;
    };
    await commit(holding(pool, point, moment, die), batch).catch(() => null);
    expect(deaths).toBe(1);
    expect(await commit(pool, batch)).toMatchObject({ outcome: 'committed', seq: 4 });
    expect((await facts()).map(({ type }) => type)).toEqual(['imported', 'assigned', 'dispatched', 'disowned']);
    const { rows } = await pool.query('SELECT person_id FROM mail_line WHERE item_id = $1 AND seq = 4', [
      lease.item.itemId,
    ]);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
  });
});
