/** Tries to sign in, for the brake: in the ledger, so that all processes of the API brake together and none forgets. */
import { onlyRow, type Db } from './pool.ts';
import type { Tries } from '../core/people/brake.ts';
import type { Instant } from '../core/time.ts';

/** Whose tries are counted together: hashes, for a list of what was guessed at would be worth stealing. */
export interface Guesser {
  readonly account: string;
  readonly address: string;
  /** A device on which the owner of the account has signed in before; null for any other. */
  readonly device: string | null;
}

/** One at a time for an account, to the end of the transaction. */
export async function lockAccount(db: Db, account: string): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', ['rectify:sign-in', account]);
}

/** A try that its process never came back from counts as open no longer than this. */
const openSeconds = 30;

const counted = (condition: string): string => `(
  SELECT jsonb_build_object(
    'failed', count(failed_at), 'lastFailedAt', max(to_jsonb(failed_at) #>> '{}'),
    'open', count(*) FILTER (WHERE failed_at IS NULL AND began_at > $4::timestamptz - make_interval(secs => ${openSeconds})))
  FROM sign_in_try WHERE ${condition} AND began_at > $5)`;

/** Of the account or, where it is known, the device; and of the address, where only strangers are counted. */
export async function triesOf(
  db: Db,
  { account, address, device }: Guesser,
  now: Instant,
  since: Instant,
): Promise<{ own: Tries; address: Tries }> {
  const { rows } = await db.query<{ own: Tries; address: Tries }>(
    `SELECT ${counted('account = $1 AND device IS NOT DISTINCT FROM $3')} AS own,
            ${counted('address = $2 AND device IS NULL')} AS address`,
    [account, address, device, now, since],
  );
  return onlyRow(rows);
}

export async function insertTry(db: Db, { account, address, device }: Guesser, now: Instant): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'INSERT INTO sign_in_try (account, address, device, began_at) VALUES ($1, $2, $3, $4) RETURNING id',
    [account, address, device, now],
  );
  return onlyRow(rows).id;
}

export async function failTry(db: Db, id: number, now: Instant): Promise<void> {
  await db.query('UPDATE sign_in_try SET failed_at = $2 WHERE id = $1', [id, now]);
}

/** The password was right: what failed before is forgiven to whoever knew it, not to others. */
export async function forgiveTries(db: Db, id: number, { account, device }: Guesser): Promise<void> {
  await db.query(
    `DELETE FROM sign_in_try
     WHERE id = $1 OR (account = $2 AND device IS NOT DISTINCT FROM $3 AND failed_at IS NOT NULL)`,
    [id, account, device],
  );
}

export async function deleteTry(db: Db, id: number): Promise<void> {
  await db.query('DELETE FROM sign_in_try WHERE id = $1', [id]);
}

export async function deleteOldTries(db: Db, before: Instant): Promise<void> {
  await db.query('DELETE FROM sign_in_try WHERE began_at <= $1', [before]);
}
