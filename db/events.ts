/** Facts of items, read. They are written by ledger.ts alone. */
import type { ChainedEvent } from './chain.ts';
import type { Db } from './pool.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { LetterKind } from '../core/rules/policy.ts';
import type { Instant } from '../core/time.ts';

/** The whole life of an item, oldest fact first. */
export async function eventsOf(db: Db, itemId: string): Promise<ChainedEvent[]> {
  const { rows } = await db.query<ChainedEvent>(
    'SELECT body AS event, previous, hash FROM event WHERE item_id = $1 ORDER BY seq',
    [itemId],
  );
  return rows;
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

/** The newest commands that left a fact: a reopened item must know them, or a late retry would act twice. */
export async function newestCommandIds(db: Db, itemId: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ commandId: string }>(
    `SELECT command_id AS "commandId" FROM event WHERE item_id = $1 AND command_id IS NOT NULL ORDER BY seq DESC LIMIT $2`,
    [itemId, limit],
  );
  return rows.map(({ commandId }) => commandId).reverse();
}

export async function hasCommand(db: Db, itemId: string, commandId: string): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM event WHERE item_id = $1 AND command_id = $2', [itemId, commandId]);
  return rows.length > 0;
}

export interface LetterRow {
  readonly seq: number;
  readonly kind: LetterKind;
  readonly year: number;
  readonly number: number;
  readonly issuedAt: Instant;
}

export async function lettersOf(db: Db, itemId: string): Promise<LetterRow[]> {
  const { rows } = await db.query<LetterRow>(
    'SELECT seq, kind, year, number, issued_at AS "issuedAt" FROM letter WHERE item_id = $1 ORDER BY seq',
    [itemId],
  );
  return rows;
}
