/** A commit is all or nothing, once, in order, and to the right people. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Batch, Committed } from '../../activities/contract.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import type { Item } from '../../core/item/item.ts';
import { firstBreak, type ChainedEvent } from '../../db/chain.ts';
import { cast } from '../support/cast.ts';
import { itemInLedger, useLedger } from '../support/ledger.ts';
import { pressedAt as at, Run } from '../support/ledger-run.ts';
import { dispatchRound, draftRound } from '../support/round.ts';
import { keys } from '../support/seals.ts';

const ledger = useLedger();

let item: Item;
beforeEach(async () => {
  const { roundId, itemIds } = await draftRound(ledger.current.pool, 1, at);
  await dispatchRound(ledger.current.pool, roundId);
  item = await itemNow(itemIds[0] ?? '');
});

const itemNow = (id: string): Promise<Item> => itemInLedger(ledger.current.pool, id);

async function twoOfOneRound(): Promise<[Item, Item]> {
  const { roundId, itemIds } = await draftRound(ledger.current.pool, 2, at);
  await dispatchRound(ledger.current.pool, roundId);
  const [first = '', second = ''] = itemIds;
  return [await itemNow(first), await itemNow(second)];
}

const commit = (batch: Batch): Promise<Committed> =>
  createLedgerActivities(ledger.current.pool, keys).commitBatch(batch);

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await ledger.current.pool.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE item_id = $1 ORDER BY seq`,
    [item.itemId],
  );
  return rows;
}

describe('a commit', () => {
  it('writes facts, commands with their seals, projection and outbox together', async () => {
    const run = new Run(item).press(cast.wang, 'signFor');
    expect(await commit(run.batch())).toEqual({ outcome: 'committed', seq: 4, kept: [] });
    const events = await rowsOf('event');
    expect(events.map(({ type }) => type)).toEqual(['imported', 'assigned', 'dispatched', 'signedFor']);
    expect(events[3]?.['sealed']).toEqual(run.commitments[0]?.sealed);
    expect(await itemNow(item.itemId)).toEqual(run.item);
    expect((await rowsOf('mail_line')).map(({ person_id, kind, seq }) => ({ person_id, kind, seq }))).toEqual([
      { person_id: 'wang', kind: 'assigned', seq: 3 },
      { person_id: 'lin', kind: 'assigned', seq: 3 },
    ]);
  });

  it('repeated, whole or in part, changes nothing', async () => {
    const run = new Run(item).press(cast.wang, 'signFor');
    const first = run.batch();
    await commit(first);
    expect(await commit(first)).toEqual({ outcome: 'committed', seq: 4, kept: [] });
    expect(await commit(run.press(cast.wang, 'reportProgress').batch())).toEqual({
      outcome: 'committed',
      seq: 5,
      kept: [],
    });
    expect(await rowsOf('event')).toHaveLength(5);
    expect(await rowsOf('mail_line')).toHaveLength(2);
  });

  it('sent many times at the same moment is written once', async () => {
    const batch = new Run(item).press(cast.wang, 'disown').batch();
    const answers = await Promise.all(Array.from({ length: 6 }, () => commit(batch)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['committed']));
    expect(await rowsOf('event')).toHaveLength(4);
    expect((await rowsOf('mail_line')).filter(({ kind }) => kind === 'disowned')).toHaveLength(1);
  });

  it('tells nobody about an act of their own', async () => {
    await commit(new Run(item).press({ ...cast.zhang, roles: ['admin'] }, 'cancel').batch());
    const told = (await rowsOf('mail_line')).filter(({ seq }) => seq === 4).map(({ person_id }) => person_id);
    expect(told).toEqual(['wang']);
  });

  it('counts the round down, completes it with its last item, and reopens it with one', async () => {
    const { pool } = ledger.current;
    const [first, second] = await twoOfOneRound();
    await pool.query(`UPDATE round SET state = 'running' WHERE id = $1`, [first.roundId]);
    const round = async () => {
      const { rows } = await pool.query<{ state: string; open_count: number }>(
        'SELECT state, open_count FROM round WHERE id = $1',
        [first.roundId],
      );
      return rows[0];
    };
    const closing = (from: Item) =>
      new Run(from)
        .press(cast.wang, 'signFor')
        .press(cast.wang, 'requestClosure')
        .press(cast.zhang, 'endorse')
        .press(cast.li, 'approveClosure');
    await commit(closing(first).batch());
    expect(await round()).toEqual({ state: 'running', open_count: 1 });
    await commit(closing(second).batch());
    expect(await round()).toEqual({ state: 'completed', open_count: 0 });
    await commit(new Run(await itemNow(second.itemId)).press(cast.li, 'reopen').batch());
    expect(await round()).toEqual({ state: 'running', open_count: 1 });
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
    await commit(new Run(item).press(cast.wang, 'signFor').batch());
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
