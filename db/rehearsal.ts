/** The ledger of a rehearsal: a database of its own, emptied before and after, and what came to stand in it. */
import { migrate } from './migrate.ts';
import { onlyRow, withConnection, type Db, type Pool } from './pool.ts';
import { insertRows, settleRows, type TableRow } from './transfer.ts';
import type { RehearsedDay, RehearsedLetter } from '../core/round/rehearsal.ts';
import type { Instant } from '../core/time.ts';

/** Any number that nothing else in that database locks. */
const oneAtATime = 2_041;

/**
 * Runs `work` while nobody else rehearses in this database. The lock is the connection's: it goes with a process that dies.
 *
 * @returns null where somebody does
 */
export const alone = <Result>(databaseUrl: string, work: (owner: Db) => Promise<Result>): Promise<Result | null> =>
  withConnection(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ isMine: boolean }>('SELECT pg_try_advisory_lock($1) AS "isMine"', [
      oneAtATime,
    ]);
    return onlyRow(rows).isMine ? work(owner) : null;
  });

/** @returns whether there was anything: a rehearsal was broken off */
export async function emptied(owner: Db): Promise<boolean> {
  const { rows } = await owner.query<{ isThere: boolean }>(
    `SELECT to_regclass('public.round') IS NOT NULL AS "isThere"`,
  );
  await owner.query('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public');
  // What is dropped in a minute need not wait for the disk.
  const database = onlyRow(
    (await owner.query<{ name: string }>('SELECT quote_ident(current_database()) AS name')).rows,
  );
  await owner.query(`ALTER DATABASE ${database.name} SET synchronous_commit = off`);
  return onlyRow(rows).isThere;
}

const rowsAtOnce = 500;

/** Makes the tables and writes rows that come in the order of {@link file://./transfer.ts}. */
export async function fill(databaseUrl: string, owner: Db, rows: readonly TableRow[]): Promise<void> {
  await migrate(databaseUrl);
  await owner.query('BEGIN');
  for (const [table, own] of Map.groupBy(rows, (row) => row.table))
    for (let from = 0; from < own.length; from += rowsAtOnce)
      await insertRows(
        owner,
        table,
        own.slice(from, from + rowsAtOnce).map(({ row }) => row),
      );
  await settleRows(
    owner,
    rows.filter(({ table }) => table === 'unit').map(({ row }) => row),
  );
  await owner.query('COMMIT');
}

export interface NextMoments {
  /** At which the first line that waits leaves. */
  readonly slot: Instant | null;
  /** At which the first item wakes. */
  readonly wake: Instant | null;
}

export async function nextMoments(db: Db): Promise<NextMoments> {
  const { rows } = await db.query<NextMoments>(
    `SELECT (SELECT min(send_at) FROM mail_line WHERE mail_id IS NULL AND skipped IS NULL) AS slot,
       (SELECT min(next_wake_at) FROM item WHERE state NOT IN ('draft', 'closed', 'cancelled')) AS wake`,
  );
  return onlyRow(rows);
}

/** What left, by day in Asia/Shanghai and person. */
export async function rehearsedDays(pool: Pool): Promise<RehearsedDay[]> {
  const { rows } = await pool.query<RehearsedDay>(
    `SELECT (mail.slot AT TIME ZONE 'Asia/Shanghai')::date AS on, mail.person_id AS "personId",
       count(DISTINCT mail.id)::integer AS mails,
       count(DISTINCT mail.id) FILTER (WHERE mail.kind = 'letter')::integer AS letters,
       array_agg(DISTINCT item.number) AS items
     FROM mail JOIN mail_line AS line ON line.mail_id = mail.id AND line.skipped IS NULL
       JOIN item ON item.id = line.item_id
     WHERE mail.state = 'sent' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows;
}

export async function rehearsedLetters(pool: Pool): Promise<RehearsedLetter[]> {
  const { rows } = await pool.query<RehearsedLetter>(
    `SELECT (mail.slot AT TIME ZONE 'Asia/Shanghai')::date AS on, mail.person_id AS "personId", line.item_id AS "itemId",
       item.number, line.letter
     FROM mail JOIN mail_line AS line ON line.mail_id = mail.id AND line.skipped IS NULL
       JOIN item ON item.id = line.item_id
     WHERE mail.state = 'sent' AND line.letter IS NOT NULL ORDER BY mail.slot, item.position, mail.person_id`,
  );
  return rows;
}

/** Of the mails that left so far. */
export async function countSent(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM mail WHERE state = 'sent'`,
  );
  return onlyRow(rows).count;
}
