/** Items as the ledger projects them, read; and written once, at the import. */
import { judged } from './judged.ts';
import type { Db } from './pool.ts';
import type { Item, ItemState } from '../core/item/item.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Light } from '../core/item/light.ts';
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
  readonly changedAt: Instant;
}

const columns = `item.id, item.round_id AS "roundId", item.position, item.number, item.title, item.part,
  item.group_heading AS "group", item.source_measures AS "sourceMeasures", item.projection AS item, item.changed_at AS "changedAt"`;

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
export async function insertItems(db: Db, items: readonly NewItem[], at: Instant): Promise<void> {
  await db.query(
    `INSERT INTO item (id, round_id, position, number, printed_number, part, group_heading, title, source_measures,
                       state, seq, projection, changed_at)
     SELECT id, "roundId", position, number, "printedNumber", part, "group", title, "sourceMeasures", 'draft', 0, item, $2
     FROM jsonb_to_recordset($1::jsonb)
       AS row (id text, "roundId" text, position integer, number text, "printedNumber" text, part text, "group" text,
               title text, "sourceMeasures" jsonb, item jsonb)`,
    [JSON.stringify(items), at],
  );
}

export async function readItem(db: Db, id: string): Promise<ItemRecord | null> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${columns} FROM item WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

export async function itemsOfRound(db: Db, roundId: string): Promise<ItemRecord[]> {
  const { rows } = await db.query<ItemRecord>(`SELECT ${columns} FROM item WHERE round_id = $1 ORDER BY position`, [
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

/** What a list is narrowed to; null leaves a narrowing out. */
export interface ItemFilter {
  readonly roundId: string | null;
  /** The only unit whose items the reader may see. */
  readonly scopeUnitId: string | null;
  readonly unitId: string | null;
  readonly state: ItemState | null;
  readonly light: Light | null;
  readonly q: string | null;
  /** Whose turn it must be. */
  readonly waitsFor: WaitsFor | null;
  readonly today: LocalDate;
}

export interface WaitsFor {
  readonly personId: string;
  readonly unitId: string | null;
  readonly isStaff: boolean;
  readonly isSupervisor: boolean;
  readonly isAdmin: boolean;
  readonly inInspectionOffice: boolean;
}

/** `position`: as printed, round by round. `due`: what must be done first stands first. */
export type ItemSort = 'position' | 'due';

const keys: Readonly<Record<ItemSort, string>> = {
  position: `item.round_id || '/' || lpad(item.position::text, 6, '0')`,
  due: `coalesce(judged.due_on::text, '9999-12-31') || '/' || item.id`,
};

const filtered = `
  ${judged('$1::date')}
  WHERE ($2::text IS NULL OR item.round_id = $2)
    AND ($3::text IS NULL OR item.unit_id = $3)
    AND ($4::text IS NULL OR item.unit_id = $4)
    AND ($5::text IS NULL OR item.state = $5)
    AND ($6::text IS NULL OR judged.light = $6)
    AND ($7::text IS NULL OR concat_ws(' ', item.number, item.title, item.group_heading, item.part, item.id) ILIKE $7)
    AND ($8::jsonb IS NULL OR CASE judged.waiting_on
      WHEN 'admin' THEN ($8::jsonb ->> 'isAdmin')::boolean
      WHEN 'unit' THEN ($8::jsonb ->> 'isStaff')::boolean AND item.unit_id = $8::jsonb ->> 'unitId'
        AND item.handler_id = $8::jsonb ->> 'personId'
      WHEN 'leadLeader' THEN ($8::jsonb ->> 'isSupervisor')::boolean AND item.lead_leader_id = $8::jsonb ->> 'personId'
      WHEN 'inspectionOffice' THEN ($8::jsonb ->> 'inInspectionOffice')::boolean
        AND (($8::jsonb ->> 'isSupervisor')::boolean OR ($8::jsonb ->> 'isAdmin')::boolean)
        AND item.unit_id IS DISTINCT FROM $8::jsonb ->> 'unitId'
        AND item.lead_leader_id IS DISTINCT FROM $8::jsonb ->> 'personId'
        AND item.projection -> 'endorsement' ->> 'by' IS DISTINCT FROM $8::jsonb ->> 'personId'
      ELSE false END)`;

const parameters = (filter: ItemFilter): unknown[] => [
  filter.today,
  filter.roundId,
  filter.scopeUnitId,
  filter.unitId,
  filter.state,
  filter.light,
  filter.q === null ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
  filter.waitsFor === null ? null : JSON.stringify(filter.waitsFor),
];

/** One page after the key `after`: a page never skips or repeats an item because others came or went. */
export async function pageOfItems(
  db: Db,
  filter: ItemFilter,
  sort: ItemSort,
  after: string | null,
  limit: number,
): Promise<(ItemRecord & { key: string })[]> {
  const { rows } = await db.query<ItemRecord & { key: string }>(
    `SELECT ${columns}, ${keys[sort]} AS key ${filtered}
       AND ($9::text IS NULL OR (${keys[sort]}) COLLATE "C" > $9)
     ORDER BY (${keys[sort]}) COLLATE "C" LIMIT $10`,
    [...parameters(filter), after, limit],
  );
  return rows;
}

export async function countItems(db: Db, filter: ItemFilter): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count ${filtered}`,
    parameters(filter),
  );
  return rows[0]?.count ?? 0;
}

export interface RoundCount {
  readonly roundId: string;
  readonly light: Light;
  readonly items: number;
  readonly assigned: number;
  readonly closed: number;
}

/** How the items of a round stand today, by light; of all rounds when none is named. */
export async function countByLight(db: Db, roundId: string | null, today: LocalDate): Promise<RoundCount[]> {
  const { rows } = await db.query<RoundCount>(
    `SELECT item.round_id AS "roundId", judged.light, count(*)::integer AS items,
       count(item.handler_id)::integer AS assigned, count(*) FILTER (WHERE item.state = 'closed')::integer AS closed
     ${judged('$1::date')}
     WHERE $2::text IS NULL OR item.round_id = $2
     GROUP BY item.round_id, judged.light`,
    [today, roundId],
  );
  return rows;
}

/** Open items of a round whose next wake lies in the past: they are waking, or nobody wakes them. */
export async function countLateWakes(db: Db, roundId: string, now: Instant): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM item
     WHERE round_id = $1 AND state NOT IN ('closed', 'cancelled') AND next_wake_at < $2`,
    [roundId, now],
  );
  return rows[0]?.count ?? 0;
}
