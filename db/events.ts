/** Facts of items, read. They are written by ledger.ts alone. */
import type { ChainedEvent } from './chain.ts';
import type { Db } from './pool.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { Instant } from '../core/time.ts';
import type { Sealed } from '../core/item/seal.ts';

/** The whole life of an item, oldest fact first. */
export async function eventsOf(db: Db, itemId: string): Promise<ChainedEvent[]> {
  const { rows } = await db.query<ChainedEvent>(
    'SELECT body AS event, previous, hash FROM event WHERE item_id = $1 ORDER BY seq',
    [itemId],
  );
  return rows;
}

/** The whole lives of some items, oldest fact first. */
export async function factsOfItems(db: Db, itemIds: readonly string[]): Promise<Map<string, ItemEvent[]>> {
  const { rows } = await db.query<{ itemId: string; events: ItemEvent[] }>(
    `SELECT item_id AS "itemId", jsonb_agg(body ORDER BY seq) AS events FROM event
     WHERE item_id = ANY($1) GROUP BY item_id`,
    [itemIds],
  );
  return new Map(rows.map(({ itemId, events }) => [itemId, events]));
}

interface Head {
  readonly itemId: string;
  readonly seq: number;
}

/** The hashes of these facts, by item. */
export async function hashesAt(db: Db, facts: readonly Head[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ itemId: string; hash: string }>(
    `SELECT item_id AS "itemId", hash FROM event
     JOIN jsonb_to_recordset($1::jsonb) AS head ("itemId" text, seq integer)
       ON event.item_id = head."itemId" AND event.seq = head.seq`,
    [JSON.stringify(facts)],
  );
  return new Map(rows.map(({ itemId, hash }) => [itemId, hash]));
}

/** When the fact after each of these happened, by item; those that are the last are not among them. */
export async function firstFactsAfter(db: Db, facts: readonly Head[]): Promise<Map<string, Instant>> {
  const { rows } = await db.query<{ itemId: string; at: Instant }>(
    `SELECT item_id AS "itemId", at FROM event
     JOIN jsonb_to_recordset($1::jsonb) AS head ("itemId" text, seq integer)
       ON event.item_id = head."itemId" AND event.seq = head.seq + 1`,
    [JSON.stringify(facts)],
  );
  return new Map(rows.map(({ itemId, at }) => [itemId, at]));
}

/** A fact of a round with the item it belongs to. */
export interface RoundFact {
  readonly itemId: string;
  readonly number: string;
  readonly event: ItemEvent;
}

/** The facts of a round's items after the seqs told of each, in the order in which they happened. */
export async function factsAfter(
  db: Db,
  roundId: string,
  toldSeqs: Readonly<Record<string, number>>,
): Promise<RoundFact[]> {
  const { rows } = await db.query<RoundFact>(
    `SELECT event.item_id AS "itemId", item.number, event.body AS event
     FROM event JOIN item ON item.id = event.item_id
     WHERE item.round_id = $1 AND event.seq > coalesce(($2::jsonb ->> event.item_id)::integer, 0)
     ORDER BY event.at, item.position, event.seq`,
    [roundId, JSON.stringify(toldSeqs)],
  );
  return rows;
}

/** The fact that a command left, with the command itself where a workflow was asked for it. */
export interface AnsweredCommand {
  readonly event: ItemEvent;
  readonly sealed: Sealed | null;
}

export async function answeredCommand(db: Db, itemId: string, commandId: string): Promise<AnsweredCommand | null> {
  const { rows } = await db.query<AnsweredCommand>(
    'SELECT body AS event, sealed FROM event WHERE item_id = $1 AND command_id = $2',
    [itemId, commandId],
  );
  return rows[0] ?? null;
}

/** Which of these commands the item's ledger knows already. */
export async function knownCommandIds(db: Db, itemId: string, commandIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ commandId: string }>(
    'SELECT command_id AS "commandId" FROM event WHERE item_id = $1 AND command_id = ANY($2)',
    [itemId, commandIds],
  );
  return rows.map(({ commandId }) => commandId);
}

/** Facts of an item from one number on, oldest first, each with the command that asked for it. */
export async function factsFrom(db: Db, itemId: string, seq: number): Promise<AnsweredCommand[]> {
  const { rows } = await db.query<AnsweredCommand>(
    'SELECT body AS event, sealed FROM event WHERE item_id = $1 AND seq >= $2 ORDER BY seq',
    [itemId, seq],
  );
  return rows;
}

/** What was last reported of each of these items, by item; those of which nothing was are not among them. */
export async function newestReports(db: Db, itemIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ itemId: string; text: string }>(
    `SELECT DISTINCT ON (item_id) item_id AS "itemId", body ->> 'text' AS text
     FROM event WHERE item_id = ANY($1) AND type IN ('progressReported', 'progressRecorded') ORDER BY item_id, seq DESC`,
    [itemIds],
  );
  return new Map(rows.map(({ itemId, text }) => [itemId, text]));
}

export interface SharedFile {
  readonly sha256: string;
  readonly itemId: string;
  readonly number: string;
}

/** Other items that were handed the same bytes, the oldest first. */
export async function itemsWithSameFiles(
  db: Db,
  itemId: string,
  sha256s: readonly string[],
  limit: number,
): Promise<SharedFile[]> {
  const { rows } = await db.query<SharedFile>(
    `SELECT DISTINCT body ->> 'sha256' AS sha256, item.id AS "itemId", item.number
     FROM event JOIN item ON item.id = event.item_id
     WHERE type = 'evidenceAdded' AND body ->> 'sha256' = ANY($2) AND item_id <> $1
     ORDER BY sha256, item.id LIMIT $3`,
    [itemId, sha256s, limit],
  );
  return rows;
}
