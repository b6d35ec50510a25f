/** Who is on the way to the identity provider and back, and which sessions began there. Of what a browser holds, hashes alone. */
import type { Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

/** What the provider's answer must fit. */
export interface Attempt {
  readonly nonce: string;
  readonly verifier: string;
}

interface Keys {
  readonly stateHash: string;
  readonly browserHash: string;
}

export async function insertAttempt(
  db: Db,
  { stateHash, browserHash, nonce, verifier, expiresAt }: Attempt & Keys & { readonly expiresAt: Instant },
): Promise<void> {
  await db.query(
    'INSERT INTO openid_attempt (state_hash, browser_hash, nonce, verifier, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [stateHash, browserHash, nonce, verifier, expiresAt],
  );
}

/** It is gone with this, whatever comes of it. @returns null where it was taken, is too old, or another browser's */
export async function takeAttempt(db: Db, { stateHash, browserHash }: Keys, now: Instant): Promise<Attempt | null> {
  const { rows } = await db.query<Attempt>(
    `DELETE FROM openid_attempt WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
     RETURNING nonce, verifier`,
    [stateHash, browserHash, now],
  );
  return rows[0] ?? null;
}

export interface Waiting {
  readonly personId: string;
  readonly idToken: string;
  /** The provider's name of the session there; null where it gives none. */
  readonly sid: string | null;
}

export async function insertWaiting(
  db: Db,
  {
    browserHash,
    personId,
    idToken,
    sid,
    expiresAt,
  }: Waiting & { readonly browserHash: string; readonly expiresAt: Instant },
): Promise<void> {
  await db.query(
    `INSERT INTO openid_waiting (browser_hash, person_id, id_token, sid, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (browser_hash) DO UPDATE
     SET person_id = excluded.person_id, id_token = excluded.id_token, sid = excluded.sid,
         expires_at = excluded.expires_at`,
    [browserHash, personId, idToken, sid, expiresAt],
  );
}

export async function readWaiting(db: Db, browserHash: string, now: Instant): Promise<Waiting | null> {
  const { rows } = await db.query<Waiting>(
    `SELECT person_id AS "personId", id_token AS "idToken", sid FROM openid_waiting
     WHERE browser_hash = $1 AND expires_at > $2`,
    [browserHash, now],
  );
  return rows[0] ?? null;
}

export async function deleteWaiting(db: Db, browserHash: string): Promise<void> {
  await db.query('DELETE FROM openid_waiting WHERE browser_hash = $1', [browserHash]);
}

export async function deleteOldAttempts(db: Db, now: Instant): Promise<void> {
  await db.query('DELETE FROM openid_attempt WHERE expires_at <= $1', [now]);
  await db.query('DELETE FROM openid_waiting WHERE expires_at <= $1', [now]);
}

export interface OpenidSession {
  readonly tokenHash: string;
  readonly idToken: string;
  readonly sid: string | null;
  readonly isMultiFactor: boolean;
}

export async function insertOpenidSession(
  db: Db,
  { tokenHash, idToken, sid, isMultiFactor }: OpenidSession,
): Promise<void> {
  await db.query('INSERT INTO openid_session (token_hash, id_token, sid, is_multi_factor) VALUES ($1, $2, $3, $4)', [
    tokenHash,
    idToken,
    sid,
    isMultiFactor,
  ]);
}

/** Null where the session began with a password, or is none. */
export async function idTokenOf(db: Db, tokenHash: string): Promise<string | null> {
  const { rows } = await db.query<{ idToken: string }>(
    'SELECT id_token AS "idToken" FROM openid_session WHERE token_hash = $1',
    [tokenHash],
  );
  return rows[0]?.idToken ?? null;
}
