/** Rounds: the document, the rules and the counters. */
import { onlyRow, type Db, type Query } from './pool.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import type { Notice } from '../core/round/notice.ts';
import type { Policy } from '../core/rules/policy.ts';
import type { RoundState } from '../core/round/round.ts';
import type { Instant, LocalDate } from '../core/time.ts';

export interface RoundRow {
  readonly id: string;
  readonly title: string;
  readonly state: RoundState;
  readonly notice: Notice;
  readonly startsOn: LocalDate;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly calendarVersion: number;
  readonly itemCount: number;
  readonly startedCount: number;
  readonly openCount: number;
  readonly createdAt: Instant;
  readonly launchedAt: Instant | null;
  readonly completedAt: Instant | null;
}

export interface NewRound {
  readonly id: string;
  readonly title: string;
  readonly notice: Notice;
  readonly source: string;
  readonly sourceSha256: string;
  readonly startsOn: LocalDate;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly calendarVersion: number;
  readonly itemCount: number;
  readonly createdAt: Instant;
}

/** A round without its documents: what a list shows. */
export type RoundListing = Omit<RoundRow, 'notice' | 'policy' | 'calendar' | 'calendarVersion'>;

const listed = `round.id, round.title, round.state, round.starts_on AS "startsOn", round.item_count AS "itemCount", round.started_count AS "startedCount", round.open_count AS "openCount",
  round.created_at AS "createdAt", round.launched_at AS "launchedAt", round.completed_at AS "completedAt"`;
const columns = `${listed}, round.notice, round.policy, round.calendar, round.calendar_version AS "calendarVersion"`;

export async function insertRound(db: Db, round: NewRound): Promise<void> {
  await db.query(
    `INSERT INTO round (id, title, state, notice, source, source_sha256, starts_on, policy, calendar, calendar_version, item_count, created_at)
     VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      round.id,
      round.title,
      JSON.stringify(round.notice),
      round.source,
      round.sourceSha256,
      round.startsOn,
      JSON.stringify(round.policy),
      JSON.stringify(round.calendar),
      round.calendarVersion,
      round.itemCount,
      round.createdAt,
    ],
  );
}

/** Also of a draft that was given up: its id is never another's. */
export async function isRoundId(db: Db, id: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM round WHERE id = $1', [id]);
  return rows.length > 0;
}

export async function readRound(db: Db, id: string): Promise<RoundRow | null> {
  const { rows } = await db.query<RoundRow>(`SELECT ${columns} FROM round WHERE id = $1 AND state <> 'discarded'`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** Reads the round and keeps others from changing it until the transaction ends. */
export async function lockRound(db: Db, id: string): Promise<RoundRow | null> {
  const { rows } = await db.query<RoundRow>(
    `SELECT ${columns} FROM round WHERE id = $1 AND state <> 'discarded' FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

export async function readSource(db: Db, id: string): Promise<{ source: string; sha256: string } | null> {
  const { rows } = await db.query<{ source: string; sha256: string }>(
    `SELECT source, source_sha256 AS sha256 FROM round WHERE id = $1 AND state <> 'discarded'`,
    [id],
  );
  return rows[0] ?? null;
}

/** A round in a list, with how its items stand on the day. */
export type RoundInList = RoundListing & RoundTally;

/** Where a round stands in the list: the newest first. */
export interface RoundPlace {
  readonly createdAt: Instant;
  readonly id: string;
}

/** One page after a place. With a unit, only rounds that hold items of that unit, and of them only those are told. */
export async function pageOfRounds(
  db: Db,
  today: LocalDate,
  unitId: string | null,
  after: RoundPlace | null,
  limit: number,
): Promise<RoundInList[]> {
  const { rows } = await db.query<RoundInList>(roundsQuery(today, unitId, after, limit));
  return rows;
}

function roundsQuery(today: LocalDate, unitId: string | null, after: RoundPlace | null, limit: number): Query {
  const text = `SELECT ${listed}, tally.*
    FROM (
      SELECT id, title, state, starts_on, item_count, started_count, open_count, created_at, launched_at, completed_at
      FROM round
      WHERE state <> 'discarded' AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4))
        AND ($2::text IS NULL OR EXISTS (SELECT FROM item WHERE item.unit_id = $2 AND item.round_id = round.id))
      ORDER BY created_at DESC, id DESC LIMIT $5
    ) AS round CROSS JOIN LATERAL (${tally('$1::date')} WHERE round_id = round.id AND ($2::text IS NULL OR unit_id = $2)) AS tally
    ORDER BY round.created_at DESC, round.id DESC`;
  return { text, values: [today, unitId, after?.createdAt ?? null, after?.id ?? null, limit] };
}

/** How the items of a round stand on a day. */
export interface RoundTally {
  readonly items: number;
  readonly assigned: number;
  readonly closed: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly idle: number;
  readonly done: number;
}

const sum = (condition: string): string => `coalesce(sum(items) FILTER (WHERE ${condition}), 0)::integer`;

/** Summed from what the ledger keeps with each change; no item is read. */
const tally = (today: string): string => `
  SELECT ${sum('true')} AS items, ${sum('is_assigned')} AS assigned, ${sum(`state = 'closed'`)} AS closed,
    ${sum(`phase = 'open' AND red_on <= ${today}`)} AS red,
    ${sum(`phase = 'open' AND yellow_on <= ${today} AND red_on > ${today}`)} AS yellow,
    ${sum(`phase = 'open' AND yellow_on > ${today}`)} AS green,
    ${sum(`phase = 'idle'`)} AS idle, ${sum(`phase = 'done'`)} AS done
  FROM item_tally`;

/** @param unitId tells the items of this unit alone */
export async function tallyOfRound(
  db: Db,
  roundId: string,
  today: LocalDate,
  unitId: string | null,
): Promise<RoundTally> {
  const { rows } = await db.query<RoundTally>(
    `${tally('$1::date')} WHERE round_id = $2 AND ($3::text IS NULL OR unit_id = $3)`,
    [today, roundId, unitId],
  );
  return onlyRow(rows);
}

export async function roundTitle(db: Db, id: string): Promise<string> {
  const { rows } = await db.query<{ title: string }>('SELECT title FROM round WHERE id = $1', [id]);
  return onlyRow(rows).title;
}

/** A draft that was given up: its rows stay for their facts, and nothing of this file reads it any more. */
export async function markDiscarded(db: Db, id: string): Promise<void> {
  await db.query(`UPDATE round SET state = 'discarded' WHERE id = $1`, [id]);
}

/** Those whose launch was asked for and is not over. */
export async function launchingRounds(db: Db): Promise<RoundListing[]> {
  const { rows } = await db.query<RoundListing>(`SELECT ${listed} FROM round WHERE state = 'launching' ORDER BY id`);
  return rows;
}

/** The one that came to its end last; null where none did. */
export async function lastCompletedRound(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM round WHERE state = 'completed' ORDER BY completed_at DESC, id LIMIT 1`,
  );
  return rows[0]?.id ?? null;
}

export async function updateRoundSettings(
  db: Db,
  id: string,
  { title, startsOn, policy }: Pick<RoundRow, 'title' | 'startsOn' | 'policy'>,
): Promise<void> {
  await db.query('UPDATE round SET title = $2, starts_on = $3, policy = $4 WHERE id = $1', [
    id,
    title,
    startsOn,
    JSON.stringify(policy),
  ]);
}

/** From here on the items belong to their workflows. All of them count as open until their facts say otherwise. */
export async function markLaunching(
  db: Db,
  id: string,
  launchedAt: Instant,
  { calendar, calendarVersion }: Pick<RoundRow, 'calendar' | 'calendarVersion'>,
): Promise<void> {
  await db.query(
    `UPDATE round SET state = 'launching', launched_at = $2, calendar = $3, calendar_version = $4, open_count = item_count
     WHERE id = $1 AND state = 'draft'`,
    [id, launchedAt, JSON.stringify(calendar), calendarVersion],
  );
}
