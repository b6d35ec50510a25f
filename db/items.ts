/** Items as the ledger projects them, read one by one; and written once, at the import. Lists stand in item-lists.ts. */
import { namesFile } from './evidence.ts';
import { onlyRow, type Db } from './pool.ts';
import { withSince } from './rules.ts';
import type { Item, ItemState } from '../core/item/item.ts';
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

/**
 * An item as SQL, with some of its files. They are the one part of an item that grows without end, and stand in their facts
 * alone: what a press writes does not grow with what was pressed before.
 */
const itemWith = (which: string) => `item.projection || jsonb_build_object('evidence', coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', body -> 'evidenceId', 'by', body -> 'by', 'at', body -> 'at',
    'sha256', body -> 'sha256', 'name', body -> 'name', 'measureIds', coalesce(body -> 'measureIds', '[]'), 'aboutOn', coalesce(body -> 'aboutOn', body -> 'reportedOn'))
    || CASE WHEN body ? 'forId' THEN jsonb_build_object('forId', body -> 'forId') ELSE '{}' END
    ORDER BY file.seq)
  FROM event AS file
  WHERE file.item_id = item.id AND ${namesFile} AND file.seq <= item.seq AND ${which}
), '[]'::jsonb))`;

export const wholeItem = itemWith('true');

/** @param contents an array of hashes, as SQL */
export const itemWithFiles = (contents: string): string => itemWith(`file.body ->> 'sha256' = ANY(${contents})`);

/** What of an item is written to its row. */
export const projected = ({ evidence: _, ...projection }: Item): Omit<Item, 'evidence'> => projection;

const printedColumns = `item.id, item.round_id AS "roundId", item.position, item.number, item.title, item.part,
  item.group_heading AS "group", item.source_measures AS "sourceMeasures"`;

export const itemColumns = `${printedColumns}, ${wholeItem} AS item`;

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
    [JSON.stringify(items.map((row) => ({ ...row, item: projected(row.item) })))],
  );
}

export async function readItem(db: Db, id: string): Promise<ItemRecord | null> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${itemColumns} FROM item WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** What tells who may see an item and how far it is, whatever has become of it: this costs the same for the longest life. */
export interface ItemHead {
  readonly itemId: string;
  readonly roundId: string;
  readonly state: ItemState;
  readonly unitId: string | null;
  readonly handlerId: string | null;
  readonly leadLeaderId: string | null;
  readonly measures: Item['measures'];
  readonly revision: Item['revision'];
}

export async function readItemHead(db: Db, id: string): Promise<ItemHead | null> {
  const { rows } = await db.query<ItemHead>(
    `SELECT id AS "itemId", round_id AS "roundId", state, unit_id AS "unitId", handler_id AS "handlerId",
       lead_leader_id AS "leadLeaderId", projection -> 'measures' AS measures, projection -> 'revision' AS revision
     FROM item WHERE id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function itemsOfRound(db: Db, roundId: string): Promise<ItemRecord[]> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${itemColumns} FROM item WHERE round_id = $1 ORDER BY position`, [
    roundId,
  ]);
  return rows;
}

/** As printed, without what has become of them, page by page. @param unitId of this unit alone; null for all */
export async function printedItems(
  db: Db,
  roundId: string,
  unitId: string | null,
  afterPosition: number,
  limit: number,
): Promise<Omit<ItemRecord, 'item'>[]> {
  const { rows } = await db.query<Omit<ItemRecord, 'item'>>(
    `SELECT ${printedColumns} FROM item
     WHERE round_id = $1 AND ($2::text IS NULL OR unit_id = $2) AND position > $3 ORDER BY position LIMIT $4`,
    [roundId, unitId, afterPosition, limit],
  );
  return rows;
}

/** A stretch of a round in the order of its document. @param unitId of this unit alone; null for all */
export async function itemsOfRoundAfter(
  db: Db,
  roundId: string,
  unitId: string | null,
  position: number,
  limit: number,
): Promise<ItemRecord[]> {
  const { rows } = await db.query<ItemRecord>(
    `SELECT ${itemColumns} FROM item
     WHERE round_id = $1 AND ($2::text IS NULL OR unit_id = $2) AND position > $3 ORDER BY position LIMIT $4`,
    [roundId, unitId, position, limit],
  );
  return rows;
}

/** Where the items of a unit stand in a round; of all units without one. */
export async function positionsOf(db: Db, roundId: string, unitId: string | null): Promise<Set<number>> {
  const { rows } = await db.query<{ position: number }>(
    'SELECT position FROM item WHERE round_id = $1 AND ($2::text IS NULL OR unit_id = $2)',
    [roundId, unitId],
  );
  return new Set(rows.map(({ position }) => position));
}

/** Who leads items of a unit. */
export async function leadLeadersOfUnit(db: Db, unitId: string): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT DISTINCT lead_leader_id AS id FROM item WHERE unit_id = $1 AND lead_leader_id IS NOT NULL',
    [unitId],
  );
  return new Set(rows.map(({ id }) => id));
}

export type HeldItem = Pick<ItemRecord, 'id' | 'number' | 'title'> & {
  readonly item: Pick<Item, 'state' | 'unitId' | 'handlerId' | 'leadLeaderId' | 'measures' | 'revision'>;
};

/** Items not finished that a person handles or leads, or whose measures they own, those that are due first. */
export async function itemsHeldBy(db: Db, personId: string, limit: number): Promise<HeldItem[]> {
  const { rows } = await db.query<HeldItem>(
    `SELECT id, number, title, jsonb_build_object('state', state, 'unitId', unit_id, 'handlerId', handler_id,
       'leadLeaderId', lead_leader_id, 'measures', projection -> 'measures', 'revision', projection -> 'revision') AS item
     FROM item, jsonb_build_array(jsonb_build_object('ownerId', $1::text)) AS owned (measure)
     WHERE phase <> 'done' AND (handler_id = $1 OR lead_leader_id = $1
       OR state <> 'disowned' AND (projection -> 'measures' @> owned.measure OR projection #> '{revision,measures}' @> owned.measure))
     ORDER BY due_by, id LIMIT $2`,
    [personId, limit],
  );
  return rows;
}

/** What an item is judged by, and whether its round is launched. */
export interface ItemRound extends Rules {
  readonly id: string;
  readonly state: RoundState;
  readonly startsOn: LocalDate;
  readonly calendarVersion: number;
}

export type ItemRoundRow = Omit<ItemRound, 'since'> & { readonly since: Instant | null };

export const itemRoundColumns = `round.id, round.state, round.starts_on AS "startsOn", round.policy, round.calendar,
  round.calendar_version AS "calendarVersion", round.rules_since AS since`;

/** The rounds of some items by id: read once for a page instead of with each of its items. */
export async function roundsOfItems(db: Db, roundIds: readonly string[]): Promise<Map<string, ItemRound>> {
  const { rows } = await db.query<ItemRoundRow>(`SELECT ${itemRoundColumns} FROM round WHERE id = ANY($1)`, [roundIds]);
  return new Map(rows.map((row) => [row.id, withSince(row)]));
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
