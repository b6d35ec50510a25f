/** Who is signed in, and on which devices people have been before. Only the hash of a token is kept: a stolen table opens no session. */
import type { Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

export interface SessionRow {
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When it ends if nobody uses it until then. */
  readonly idleAt: Instant;
  /** It reaches the person's own account and nothing else, until there is a second factor. */
  readonly owesSecondFactor: boolean;
}

const selectSessions = `
  SELECT token_hash AS "tokenHash", person_id AS "personId", created_at AS "createdAt", expires_at AS "expiresAt",
         idle_at AS "idleAt", owes_second_factor AS "owesSecondFactor"
  FROM session`;

export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db.query(
    `INSERT INTO session (token_hash, person_id, created_at, expires_at, idle_at, owes_second_factor)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      session.tokenHash,
      session.personId,
      session.createdAt,
      session.expiresAt,
      session.idleAt,
      session.owesSecondFactor,
    ],
  );
}

export async function readSession(db: Db, tokenHash: string, now: Instant): Promise<SessionRow | null> {
  const { rows } = await db.query<SessionRow>(
    `${selectSessions} WHERE token_hash = $1 AND least(expires_at, idle_at) > $2`,
    [tokenHash, now],
  );
  return rows[0] ?? null;
}

export async function keepSessionUntil(db: Db, tokenHash: string, idleAt: Instant): Promise<void> {
  await db.query('UPDATE session SET idle_at = $2 WHERE token_hash = $1 AND idle_at < $2', [tokenHash, idleAt]);
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
}

export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
  await db.query('DELETE FROM session WHERE person_id = $1', [personId]);
}

export async function sessionsOf(db: Db, personId: string, now: Instant): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `${selectSessions} WHERE person_id = $1 AND least(expires_at, idle_at) > $2 ORDER BY created_at DESC, token_hash`,
    [personId, now],
  );
  return rows;
}

export async function deleteOtherSessions(db: Db, personId: string, tokenHash: string): Promise<void> {
  await db.query('DELETE FROM session WHERE person_id = $1 AND token_hash <> $2', [personId, tokenHash]);
}

export async function deleteExpiredSessions(db: Db, now: Instant): Promise<void> {
  await db.query('DELETE FROM session WHERE least(expires_at, idle_at) <= $1', [now]);
}

export async function insertDevice(db: Db, tokenHash: string, personId: string, now: Instant): Promise<void> {
  await db.query('INSERT INTO device (token_hash, person_id, known_at) VALUES ($1, $2, $3)', [
    tokenHash,
    personId,
    now,
  ]);
}

export async function isDeviceOf(db: Db, tokenHash: string, personId: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM device WHERE token_hash = $1 AND person_id = $2', [tokenHash, personId]);
  return rows.length > 0;
}
