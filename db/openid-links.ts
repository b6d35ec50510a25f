/** Whom an admin lets sign in at the identity provider, and as whom that knows them. */
import type { Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

/** Who somebody is at a provider, for good: no other is ever given the same two (OpenID Connect Core 1.0 §5.7). */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export interface OpenidLink {
  readonly personId: string;
  /** Null until the first sign-in there. */
  readonly linkedAt: Instant | null;
}

/** @returns false where the person was let in before */
export async function insertOpenidLink(db: Db, personId: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'INSERT INTO openid_link (person_id, allowed_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [personId, at],
  );
  return rowCount === 1;
}

/** @returns false where there was none */
export async function deleteOpenidLink(db: Db, personId: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM openid_link WHERE person_id = $1', [personId]);
  return rowCount === 1;
}

export async function openidLinks(db: Db): Promise<OpenidLink[]> {
  const { rows } = await db.query<OpenidLink>(
    'SELECT person_id AS "personId", linked_at AS "linkedAt" FROM openid_link ORDER BY person_id',
  );
  return rows;
}

export async function openidLinkOf(db: Db, personId: string): Promise<OpenidLink | null> {
  const { rows } = await db.query<OpenidLink>(
    'SELECT person_id AS "personId", linked_at AS "linkedAt" FROM openid_link WHERE person_id = $1',
    [personId],
  );
  return rows[0] ?? null;
}

/** Until the transaction ends nobody removes it. @returns false where somebody has */
export async function holdOpenidLink(db: Db, personId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'SELECT FROM openid_link WHERE person_id = $1 AND linked_at IS NOT NULL FOR SHARE',
    [personId],
  );
  return rowCount === 1;
}

export async function personOfSubject(db: Db, { issuer, subject }: Subject): Promise<string | null> {
  const { rows } = await db.query<{ personId: string }>(
    'SELECT person_id AS "personId" FROM openid_link WHERE issuer = $1 AND subject = $2',
    [issuer, subject],
  );
  return rows[0]?.personId ?? null;
}

/** @returns false where no admin lets the person in, or they are linked already */
export async function bindOpenidLink(
  db: Db,
  personId: string,
  { issuer, subject }: Subject,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE openid_link SET issuer = $2, subject = $3, linked_at = $4 WHERE person_id = $1 AND linked_at IS NULL',
    [personId, issuer, subject, at],
  );
  return rowCount === 1;
}
