/** A commit is all or nothing, once, in order, and to the right people. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Batch } from '../../activities/contract.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import { mailsOf } from '../../core/item/mail.ts';
import { firstBreak, type ChainedEvent } from '../../db/chain.ts';
import { LedgerConflict } from '../../db/ledger.ts';
import { cast } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { rulesOf } from '../support/life.ts';
import { draftRound } from '../support/round.ts';

const ledger = useLedger();
const at = '2026-03-02T02:00:00.000Z';
const rules = rulesOf();

let item: Item;
beforeEach(async () => {
  const { itemIds } = await draftRound(ledger.current.pool, 1, at);
  item = await itemNow(itemIds[0] ?? '');
});

async function itemNow(id: string): Promise<Item> {
  const { rows } = await ledger.current.pool.query<{ projection: Item }>('SELECT projection FROM item WHERE id = $1', [
    id,
  ]);
  const row = rows[0];
  if (row === undefined) throw new Error(`no item ${id}`);
  return row.projection;
}

const dispatched = (seq: number): ItemEvent => ({
  type: 'dispatched',
  seq,
  at,
  by: cast.zhao.id,
  commandId: 'launch-0001',
  signDueOn: '2026-03-05',
  planDueOn: '2026-04-01',
  dueOn: '2026-09-02',
});

const acted = <Type extends string>(type: Type, seq: number, by: string) => ({
  type,
  seq,
  at,
  by,
  commandId: `${type}-${seq}`,
});

function batchOf(events: readonly ItemEvent[], from: Item = item): Batch {
  let after = from;
  const commitments = events.map((event) => {
    after = evolve(after, event);
    return { event, mails: mailsOf(event, after, rules) };
  });
  return { roundId: from.roundId, itemId: from.itemId, item: after, commitments, nextWakeAt: null };
}

const commit = (batch: Batch) => createLedgerActivities(ledger.current.pool).commitBatch(batch);

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await ledger.current.pool.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE item_id = $1 ORDER BY seq`,
    [item.itemId],
  );
  return rows;
}

describe('a commit', () => {
  it('writes facts, projection and outbox together', async () => {
    expect(await commit(batchOf([dispatched(3), acted('signedFor', 4, 'wang')]))).toEqual({ seq: 4 });
    expect((await rowsOf('event')).map(({ type }) => type)).toEqual([
      'imported',
      'assigned',
      'dispatched',
      'signedFor',
    ]);
    expect(await itemNow(item.itemId)).toMatchObject({ state: 'inProgress', seq: 4, dueOn: '2026-09-02' });
    expect((await rowsOf('mail_line')).map(({ person_id, kind, seq }) => ({ person_id, kind, seq }))).toEqual([
      { person_id: 'wang', kind: 'assigned', seq: 3 },
      { person_id: 'lin', kind: 'assigned', seq: 3 },
    ]);
  });

  it('repeated, whole or in part, changes nothing', async () => {
    const first = batchOf([dispatched(3)]);
    await commit(first);
    await commit(first);
    await commit(batchOf([dispatched(3), acted('signedFor', 4, 'wang')]));
    expect(await rowsOf('event')).toHaveLength(4);
    expect(await rowsOf('mail_line')).toHaveLength(2);
  });

  it('sent twice at the same moment is written once', async () => {
    const batch = batchOf([dispatched(3)]);
    await Promise.all(Array.from({ length: 6 }, () => commit(batch)));
    expect(await rowsOf('event')).toHaveLength(3);
    expect(await rowsOf('mail_line')).toHaveLength(2);
  });

  it('refuses another fact under a number that is taken, and a gap', async () => {
    await commit(batchOf([dispatched(3)]));
    await expect(commit(batchOf([acted('signedFor', 3, 'wang')]))).rejects.toThrow(LedgerConflict);
    await expect(commit(batchOf([acted('signedFor', 5, 'wang')]))).rejects.toThrow(LedgerConflict);
    expect(await rowsOf('event')).toHaveLength(3);
  });

  it('tells nobody about an act of their own', async () => {
    await commit(batchOf([dispatched(3)]));
    const now = await itemNow(item.itemId);
    await commit(batchOf([{ ...acted('cancelled', 4, 'zhang'), reason: '与其他事项合并办理。' }], now));
    const told = (await rowsOf('mail_line')).filter(({ seq }) => seq === 4).map(({ person_id }) => person_id);
    expect(told).toEqual(['wang']);
  });

  it('counts the round down and completes it with its last item', async () => {
    await ledger.current.pool.query(`UPDATE round SET state = 'running' WHERE id = $1`, [item.roundId]);
    await commit(batchOf([dispatched(3), { ...acted('cancelled', 4, 'zhao'), reason: '与其他事项合并办理。' }]));
    const round = () =>
      ledger.current.pool
        .query<{ state: string; open_count: number }>('SELECT state, open_count FROM round WHERE id = $1', [
          item.roundId,
        ])
        .then(({ rows }) => rows[0]);
    expect(await round()).toEqual({ state: 'completed', open_count: 0 });
    const reopened = { ...acted('reopened', 5, 'li'), reason: '抽查发现问题反弹。', dueOn: '2026-10-09' };
    await commit(batchOf([reopened], await itemNow(item.itemId)));
    expect(await round()).toEqual({ state: 'running', open_count: 1 });
  });

  it('numbers letters of a round and year without gaps', async () => {
    const letter = (seq: number): ItemEvent => ({
      type: 'escalated',
      seq,
      at,
      by: null,
      sendAt: '2026-03-03T01:00:00.000Z',
      skipped: [],
      step: {
        kind: 'overdue',
        key: `overdue/2026-03-02/${seq}`,
        at: '2026-03-03T01:00:00.000Z',
        dueOn: '2026-03-02',
        to: ['handler', 'liaison'],
        level: 1,
        letter: 'reminderLetter',
        proposesInterview: false,
        lists: false,
        unknownYears: [],
      },
    });
    await commit(batchOf([dispatched(3), letter(4), letter(5)]));
    expect((await rowsOf('letter')).map(({ year, number }) => [year, number])).toEqual([
      [2026, 1],
      [2026, 2],
    ]);
  });
});

describe('the chain of facts', () => {
  const links = async (): Promise<ChainedEvent[]> => {
    const { rows } = await ledger.current.pool.query<{ body: ItemEvent; previous: string; hash: string }>(
      'SELECT body, previous, hash FROM event WHERE item_id = $1 ORDER BY seq',
      [item.itemId],
    );
    return rows.map(({ body, previous, hash }) => ({ event: body, previous, hash }));
  };

  it('holds as written, and shows the first fact that was changed, moved or removed', async () => {
    await commit(batchOf([dispatched(3), acted('signedFor', 4, 'wang')]));
    const good = await links();
    expect(firstBreak(item.itemId, good)).toBeNull();
    const [one, two, three, four] = good as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent];
    expect(
      firstBreak(item.itemId, [
        one,
        two,
        { ...three, event: { ...three.event, at: '2026-03-01T00:00:00.000Z' } },
        four,
      ]),
    ).toBe(3);
    expect(firstBreak(item.itemId, [one, three, two, four])).toBe(2);
    expect(firstBreak(item.itemId, [one, two, four])).toBe(3);
    expect(firstBreak('another-item', good)).toBe(1);
  });

  it('cannot be changed by the application, nor by the owner without removing the trigger', async () => {
    const { pool } = ledger.current;
    await expect(pool.query(`UPDATE event SET by = 'li'`)).rejects.toThrow(/permission denied/);
    await expect(pool.query('DELETE FROM event')).rejects.toThrow(/permission denied/);
    await expect(pool.query('SET ROLE NONE; DELETE FROM event')).rejects.toThrow(/append-only/);
  });
});
