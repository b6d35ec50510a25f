/** Rounds: the document, the rules and the counters. */
import type { Db } from './pool.ts';
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
  readonly itemCount: number;
  readonly createdAt: Instant;
}

/** A round without its documents: what a list shows. */
export type RoundListing = Omit<RoundRow, 'notice' | 'policy' | 'calendar'>;

const listed = `round.id, round.title, round.state, round.starts_on AS "startsOn", round.item_count AS "itemCount", round.started_count AS "startedCount", round.open_count AS "openCount",
  round.created_at AS "createdAt", round.launched_at AS "launchedAt", round.completed_at AS "completedAt"`;
const columns = `${listed}, round.notice, round.policy, round.calendar`;

export async function insertRound(db: Db, round: NewRound): Promise<void> {
  await db.query(
    `INSERT INTO round (id, title, state, notice, source, source_sha256, starts_on, policy, calendar, item_count, created_at)
     VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      round.id,
      round.title,
      JSON.stringify(round.notice),
      round.source,
      round.sourceSha256,
      round.startsOn,
      JSON.stringify(round.policy),
      JSON.stringify(round.calendar),
      round.itemCount,
      round.createdAt,
    ],
  );
}

export async function readRound(db: Db, id: string): Promise<RoundRow | null> {
  const { rows } = await db.query<RoundRow>(`SELECT ${columns} FROM round WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Reads the round and keeps others from changing it until the transaction ends. */
export async function lockRound(db: Db, id: string): Promise<RoundRow | null> {
  const { rows } = await db.query<RoundRow>(`SELECT ${columns} FROM round WHERE id = $1 FOR UPDATE`, [id]);
  return rows[0] ?? null;
}

export async function readSource(db: Db, id: string): Promise<{ source: string; sha256: string } | null> {
  const { rows } = await db.query<{ source: string; sha256: string }>(
    'SELECT source, source_sha256 AS sha256 FROM round WHERE id = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** The newest round first. */
export async function listRounds(db: Db): Promise<RoundListing[]> {
  const { rows } = await db.query<RoundListing>(`SELECT ${listed} FROM round ORDER BY created_at DESC, id`);
  return rows;
}

export async function updateRoundSettings(db: Db, id: string, startsOn: LocalDate, policy: Policy): Promise<void> {
  await db.query('UPDATE round SET starts_on = $2, policy = $3 WHERE id = $1', [id, startsOn, JSON.stringify(policy)]);
}

/** From here on the items belong to their workflows. All of them count as open until their facts say otherwise. */
export async function markLaunching(db: Db, id: string, launchedAt: Instant): Promise<void> {
  await db.query(
    `UPDATE round SET state = 'launching', launched_at = $2, open_count = item_count WHERE id = $1 AND state = 'draft'`,
    [id, launchedAt],
  );
}
