/** Items as the ledger projects them, read one by one; and written once, at the import. Lists stand in item-lists.ts. */
import { onlyRow, type Db } from './pool.ts';
import type { Item } from '../core/item/item.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { RoundState } from '../core/round/round.ts';
import type { Instant, LocalDate } from '../core/time.ts';

export interface ItemRecord {
  readonly id: string;
  readonly roundId: string;
  readonly position: number;
  readonly number: string;
  readonly title: string;
  readonly part: string;
  readonly group: string | null;
  readonly sourceMeasures: readonly string[];
  readonly item: Item;
}

export const itemColumns = `item.id, item.round_id AS "roundId", item.position, item.number, item.title, item.part,
  item.group_heading AS "group", item.source_measures AS "sourceMeasures", item.projection AS item`;

export interface NewItem {
  readonly id: string;
  readonly roundId: string;
  readonly position: number;
  readonly number: string;
  readonly printedNumber: string;
  readonly part: string;
  readonly group: string | null;
  readonly title: string;
  readonly sourceMeasures: readonly string[];
  /** The item before its first fact; the projection follows with the facts. */
  readonly item: Item;
}

/** All items of a document in one statement. */
export async function insertItems(db: Db, items: readonly NewItem[]): Promise<void> {
  await db.query(
    `INSERT INTO item (id, round_id, position, number, printed_number, part, group_heading, title, source_measures,
                       state, seq, projection)
     SELECT id, "roundId", position, number, "printedNumber", part, "group", title, "sourceMeasures", 'draft', 0, item
     FROM jsonb_to_recordset($1::jsonb)
       AS row (id text, "roundId" text, position integer, number text, "printedNumber" text, part text, "group" text,
               title text, "sourceMeasures" jsonb, item jsonb)`,
    [JSON.stringify(items)],
  );
}

export async function readItem(db: Db, id: string): Promise<ItemRecord | null> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${itemColumns} FROM item WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

export async function itemsOfRound(db: Db, roundId: string): Promise<ItemRecord[]> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${itemColumns} FROM item WHERE round_id = $1 ORDER BY position`, [
    roundId,
  ]);
  return rows;
}

/** What an item is judged by, and whether its round is launched. */
export interface ItemRound extends Rules {
  readonly id: string;
  readonly state: RoundState;
  readonly startsOn: LocalDate;
}

/** The rounds of some items by id: read once for a page instead of with each of its items. */
export async function roundsOfItems(db: Db, roundIds: readonly string[]): Promise<Map<string, ItemRound>> {
  const { rows } = await db.query<ItemRound>(
    'SELECT id, state, starts_on AS "startsOn", policy, calendar FROM round WHERE id = ANY($1)',
    [roundIds],
  );
  return new Map(rows.map((round) => [round.id, round]));
}

/** Open items of a round whose next wake lies in the past: they are waking, or nobody wakes them. */
export async function countLateWakes(db: Db, roundId: string, now: Instant): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM item
     WHERE round_id = $1 AND state NOT IN ('closed', 'cancelled') AND next_wake_at < $2`,
    [roundId, now],
  );
  return onlyRow(rows).count;
}
