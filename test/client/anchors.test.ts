/** A ledger that was written anew as a whole agrees with itself, and not with what was told of it before. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from './support.ts';
import { tellRound } from './stories.ts';
import { actor, cast } from '../support/cast.ts';
import { adminUrlOf } from '../support/ledger.ts';
import { signer } from '../support/seals.ts';
import { inState } from '../support/story.ts';
import { anchorLedger, exportAnchors } from '../../client/anchors.ts';
import { verifyLedger } from '../../client/verify.ts';
import type { BreachKind } from '../../core/breach.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { instant, millis } from '../../core/time.ts';
import { digestOf, headsOf } from '../../db/anchors.ts';
import { chain, recordLink, type RecordFact } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { projected } from '../../db/items.ts';
import { withConnection, type Db } from '../../db/pool.ts';

const house = useApi();
const admin = actor(cast.zhao);
let itemId = '';
let roundId = '';
beforeAll(async () => {
  const told = await tellRound(house.context.pool, [inState('inProgress'), inState('submitted')]);
  itemId = told.itemIds[0] ?? '';
  roundId = told.roundId;
});

const later = (hours: number) => {
  house.context.clock = instant(millis(house.context.clock) + hours * 3_600_000);
};

function asOwner<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return withConnection(adminUrlOf(house.context.pool), async (db) => {
    await db.query('SET session_replication_role = replica');
    return work(db);
  });
}

/** What concerns anchors and facts; the tales of this test have no imports, titles and letters of their own. */
async function found(...codes: string[]): Promise<{ kind: BreachKind; id: string; seq: number | null }[]> {
  const { breaches } = await verifyLedger(house.context, admin, codes);
  return breaches.filter(({ kind }) => kind === 'anchor' || kind === 'chain' || kind === 'record');
}

/** Writes the facts of an item anew as somebody would who knows how: hashes, columns and projection agree afterwards. */
async function rewritten(change: (events: ItemEvent[]) => ItemEvent[], check: () => Promise<void>): Promise<void> {
  const before = await eventsOf(house.context.pool, itemId);
  const write = (events: ItemEvent[]) =>
    asOwner(async (db) => {
      await db.query('DELETE FROM event WHERE item_id = $1', [itemId]);
      for (const { event, previous, hash } of chain(itemId, null, events))
        await db.query(
          `INSERT INTO event (item_id, seq, type, at, by, command_id, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            itemId,
            event.seq,
            event.type,
            event.at,
            event.by,
            'commandId' in event ? event.commandId : null,
            event,
            previous,
            hash,
          ],
        );
      const item = itemFrom(roundId, itemId, events);
      await db.query('UPDATE item SET seq = $2, state = $3, projection = $4 WHERE id = $1', [
        itemId,
        item.seq,
        item.state,
        projected(item),
      ]);
    });
  const events = before.map(({ event }) => event);
  await write(change(events));
  await check();
  await write(events);
}

test('the heads are anchored once a day, in a chain of their own, signed, only where something moved', async () => {
  const first = await anchorLedger(house.context);
  expect(first).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(signer.holds(first?.digest ?? '', first?.seal ?? { keyId: '', signature: '' })).toBe(true);
  later(1);
  expect(await anchorLedger(house.context)).toBeNull();
  later(23);
  expect(await anchorLedger(house.context)).toBeNull();
  const moved = await tellRound(house.context.pool, [inState('assigned')]);
  const second = await anchorLedger(house.context);
  expect(second?.previous).toBe(first?.digest);
  expect((await exportAnchors(house.context, admin)).map(({ digest }) => digest)).toEqual([
    first?.digest,
    second?.digest,
  ]);
  const heads = await headsOf(house.context.pool, 2);
  expect(heads.map((head) => head.chain)).toContain(`item:${moved.itemIds[0]}`);
  expect(heads.map((head) => head.chain)).not.toContain(`item:${itemId}`);
  expect(await found()).toEqual([]);
});

describe('is found:', () => {
  test('a tail that was cut with all that came of it', () =>
    rewritten(
      (events) => events.slice(0, -2),
      async () => expect(await found()).toEqual([{ kind: 'anchor', id: itemId, seq: expect.any(Number) as number }]),
    ));

  test('a chain that was written anew from its beginning', () =>
    rewritten(
      (events) => events.map((event) => (event.seq === 2 ? { ...event, by: cast.chen.id } : event) as ItemEvent),
      async () => expect(await found()).toEqual([{ kind: 'anchor', id: itemId, seq: expect.any(Number) as number }]),
    ));

  test('what happened to a person, written anew', async () => {
    const { rows } = await house.context.pool.query<RecordFact>(
      `SELECT kind, record_id AS "recordId", seq, at, by, data FROM record_event WHERE record_id = 'chen' ORDER BY seq`,
    );
    const write = (facts: readonly RecordFact[]) =>
      asOwner(async (db) => {
        let head: string | null = null;
        for (const fact of facts) {
          const { previous, hash } = recordLink(fact, head);
          await db.query(
            'UPDATE record_event SET by = $1, previous = $2, hash = $3 WHERE record_id = $4 AND seq = $5',
            [fact.by, previous, hash, 'chen', fact.seq],
          );
          head = hash;
        }
      });
    await write(rows.map((fact) => ({ ...fact, by: 'wang' })));
    expect(await found()).toEqual([{ kind: 'anchor', id: 'chen', seq: expect.any(Number) as number }]);
    await write(rows);
    expect(await found()).toEqual([]);
  });

  test('anchors that were written anew too, by a code from a mail', async () => {
    const [first, second] = await exportAnchors(house.context, admin);
    if (first === undefined || second === undefined) throw new Error('two anchors');
    expect(await found(first.digest.slice(0, 24), second.digest.slice(0, 24))).toEqual([]);
    const heads = await headsOf(house.context.pool, 2);
    const other = heads.slice(1);
    const digest = digestOf(first.digest, second.at, other);
    await asOwner(async (db) => {
      await db.query('DELETE FROM anchor_head WHERE anchor_id = 2 AND chain = $1', [heads[0]?.chain]);
      await db.query('UPDATE anchor SET digest = $1 WHERE id = 2', [digest]);
    });
    // Whoever has not the key cannot sign it,
    expect(await found()).toEqual([{ kind: 'anchor', id: digest, seq: null }]);
    await asOwner((db) => db.query('UPDATE anchor SET seal = $1 WHERE id = 2', [signer.sign(digest)]));
    // and whoever has it cannot write it into the mails that left.
    expect(await found()).toEqual([]);
    const code = second.digest.slice(0, 24);
    expect(await found(code)).toEqual([{ kind: 'anchor', id: code, seq: null }]);
  });
});
