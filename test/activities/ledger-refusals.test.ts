/** What the ledger does not take: the work of an old run, of a lost task, or of somebody who is not who they say. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Batch, Committed } from '../../activities/contract.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import type { Item } from '../../core/item/item.ts';
import { nextWake } from '../../core/item/ladder.ts';
import { instant, millis } from '../../core/time.ts';
import { takeLeases } from '../../db/lease.ts';
import { actor, cast } from '../support/cast.ts';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { itemInLedger, useLedger } from '../support/ledger.ts';
import { pressedAt as at, rules, Run } from '../support/ledger-run.ts';
import { dispatchRound, draftRound } from '../support/round.ts';
import { keys, seal } from '../support/seals.ts';

const ledger = useLedger();

let item: Item;
beforeEach(async () => {
  const { roundId, itemIds } = await draftRound(ledger.current.pool, 1, at);
  await dispatchRound(ledger.current.pool, roundId);
  item = await itemNow(itemIds[0] ?? '');
});

const itemNow = (id: string): Promise<Item> => itemInLedger(ledger.current.pool, id);

const commit = (batch: Batch): Promise<Committed> =>
  createLedgerActivities(ledger.current.pool, keys).commitBatch(batch);

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await ledger.current.pool.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE item_id = $1 ORDER BY seq`,
    [item.itemId],
  );
  return rows;
}

const openFaults = async (): Promise<string[]> => {
  const { rows } = await ledger.current.pool.query<{ kind: string }>(
    'SELECT kind FROM fault WHERE item_id = $1 AND mended_at IS NULL ORDER BY id',
    [item.itemId],
  );
  return rows.map(({ kind }) => kind);
};

describe('what the ledger does not take', () => {
  it('is another fact under a number that is taken', async () => {
    await commit(new Run(item).tick(nextWake(item, rules) ?? at).batch());
    expect(await commit(new Run(item).press(cast.wang, 'signFor').batch())).toEqual({ outcome: 'astray', seq: 4 });
    const other = new Run(item).press(cast.wang, 'disown', { commandId: 'press-0001' });
    expect(await commit(other.batch())).toEqual({ outcome: 'astray', seq: 4 });
    expect(await rowsOf('event')).toHaveLength(4);
  });

  it('is the same press or step decided at another moment: its own fact stands, and comes back', async () => {
    const wake = nextWake(item, rules) ?? at;
    const first = new Run(item).tick(wake);
    await commit(first.batch());
    // A task that was lost after its commit decides the step again a second later.
    const again = new Run(item).tick(instant(millis(wake) + 1000)).batch();
    expect(await commit(again)).toEqual({
      outcome: 'committed',
      seq: 4,
      kept: first.commitments.map(({ event }) => event),
    });
    expect(await rowsOf('event')).toHaveLength(4);
    expect(await rowsOf('mail_line')).toHaveLength(4);
  });

  it.each([
    ['other bytes', handIn('a'.repeat(64), { id: 'f-kept' }), cast.wang],
    ['another name', handIn('b'.repeat(64), { id: 'f-kept', name: 'report.hta' }), cast.wang],
    ['a record of another person', handIn('b'.repeat(64), { id: 'f-kept' }), cast.lin],
    ['a record that is not there', handIn('b'.repeat(64), { id: 'f-gone' }), cast.wang],
  ])('is a file with %s, whoever sealed it', async (_, told, who) => {
    const { pool } = ledger.current;
    const kept = handIn('b'.repeat(64), { id: 'f-kept' });
    await storeUpload({ pool, now: () => at }, item.itemId, kept);
    const run = new Run(item).press(cast.wang, 'signFor').press(who, 'addEvidence', told);
    expect(await commit(run.batch())).toEqual({ outcome: 'astray', seq: 3 });
    const honest = new Run(item).press(cast.wang, 'signFor').press(cast.wang, 'addEvidence', kept);
    expect(await commit(honest.batch())).toMatchObject({ outcome: 'committed' });
    expect((await itemNow(item.itemId)).evidence).toMatchObject([{ id: 'f-kept', name: '登记表.pdf' }]);
  });

  it('is a fact after a gap', async () => {
    const { commitments } = new Run(item).press(cast.wang, 'signFor').press(cast.wang, 'reportProgress');
    const batch = { itemId: item.itemId, epoch: 0, commitments: commitments.slice(1) };
    expect(await commit(batch)).toEqual({ outcome: 'astray', seq: 3 });
  });

  it('is anything of a run whose lease another has taken', async () => {
    const old = new Run(item).press(cast.wang, 'signFor');
    const [lease] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(await commit(old.batch())).toEqual({ outcome: 'superseded', seq: 3 });
    expect(await commit(old.batch((lease?.epoch ?? 0) + 1))).toEqual({ outcome: 'superseded', seq: 3 });
    expect(await rowsOf('event')).toHaveLength(3);
    expect(await commit(old.batch(lease?.epoch))).toEqual({ outcome: 'committed', seq: 4, kept: [] });
  });

  it('is a command that an earlier run has answered', async () => {
    const press = (from: Item) => new Run(from).press(cast.wang, 'reportProgress', { commandId: 'press-0001' });
    await commit(new Run(item).press(cast.wang, 'signFor').batch());
    await commit(press(await itemNow(item.itemId)).batch());
    expect(await commit(press(await itemNow(item.itemId)).batch())).toEqual({ outcome: 'astray', seq: 5 });
  });

  it('is a command with no seal of ours, with a seal for other words, or for another item', async () => {
    const good = new Run(item).press(cast.wang, 'signFor').commitments[0];
    if (good === undefined || good.sealed === null) throw new Error('a person pressed');
    const { sealed } = good;
    const forged = [
      { ...sealed, seal: { ...sealed.seal, signature: Buffer.alloc(64).toString('base64') } },
      { ...sealed, seal: { ...sealed.seal, keyId: '0'.repeat(16) } },
      { ...sealed, command: { ...sealed.command, actor: actor(cast.lin) } },
      seal('another-item', sealed.command),
    ];
    for (const other of forged)
      expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [{ ...good, sealed: other }] })).toEqual({
        outcome: 'impossible',
        seq: 3,
      });
    expect(await openFaults()).toEqual(['forged']);
    expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [good] })).toMatchObject({
      outcome: 'committed',
    });
  });

  it('is a fact that its command, or the clock, does not lead to', async () => {
    const { event, sealed } = new Run(item).press(cast.wang, 'signFor').commitments[0] ?? { event: null, sealed: null };
    if (event === null || sealed === null) throw new Error('a person pressed');
    const closed: ItemEvent = {
      ...{ type: 'closed', seq: 4, at, by: cast.li.id, commandId: sealed.command.commandId },
      ...{ opinion: '', evidenceIds: [] },
    };
    for (const commitment of [
      { event: closed, sealed },
      { event: closed, sealed: null },
      { event, sealed: null },
      { event: { ...event, by: cast.lin.id } as ItemEvent, sealed },
    ])
      expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [commitment] })).toEqual({
        outcome: 'astray',
        seq: 3,
      });
    expect(await rowsOf('event')).toHaveLength(3);
  });

  it('is what PostgreSQL cannot hold: an answer and a fault, not a failure to be tried for ever', async () => {
    const run = new Run(item).press(cast.wang, 'disown', { reason: '此项职责属于工程科\u0000，请改交。' });
    expect(await commit(run.batch())).toEqual({ outcome: 'impossible', seq: 0 });
    expect(await openFaults()).toEqual(['unwritable']);
    expect(await rowsOf('event')).toHaveLength(3);
    expect(await rowsOf('mail_line')).toHaveLength(2);
    expect(await itemNow(item.itemId)).toEqual(item);
  });

  it('is anything of an item that the ledger does not have', async () => {
    const run = new Run({ ...item, itemId: 'nowhere' }).press(cast.wang, 'signFor');
    expect(await commit(run.batch())).toEqual({ outcome: 'astray', seq: 0 });
  });
});

describe('a lease', () => {
  it('grows past what a restored ledger has forgotten', async () => {
    const [first] = await takeLeases(ledger.current.pool, [item.itemId]);
    await ledger.current.pool.query('UPDATE item SET epoch = 0 WHERE id = $1', [item.itemId]);
    const [second] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(second?.epoch).toBeGreaterThanOrEqual(first?.epoch ?? Infinity);
    const [third] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(third?.epoch).toBeGreaterThan(second?.epoch ?? Infinity);
  });

  it('is given of dispatched items alone, with the rules of their round', async () => {
    const { itemIds } = await draftRound(ledger.current.pool, 1, at);
    expect(await takeLeases(ledger.current.pool, [...itemIds, 'nowhere'])).toEqual([]);
    expect(await takeLeases(ledger.current.pool, [item.itemId])).toMatchObject([
      { item, rules: { policy: rules.policy } },
    ]);
  });
});
