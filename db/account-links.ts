/** Links to a password: asked for, mailed, opened once. */
import { onlyRow, type Db } from './pool.ts';
import type { AccountLinkKind } from '../core/people/account-link.ts';
import type { Instant } from '../core/time.ts';

export async function insertLink(
  db: Db,
  link: { readonly kind: AccountLinkKind; readonly personId: string | null; readonly askedAt: Instant },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'INSERT INTO account_link (kind, person_id, asked_at) VALUES ($1, $2, $3) RETURNING id',
    [link.kind, link.personId, link.askedAt],
  );
  return onlyRow(rows).id;
}

export async function countLinksSince(db: Db, personId: string, since: Instant): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM account_link WHERE person_id = $1 AND asked_at > $2',
    [personId, since],
  );
  return onlyRow(rows).count;
}

export async function insertLinkToken(db: Db, linkId: number, tokenHash: string, expiresAt: Instant): Promise<void> {
  await db.query('INSERT INTO account_link_token (token_hash, link_id, expires_at) VALUES ($1, $2, $3)', [
    tokenHash,
    linkId,
    expiresAt,
  ]);
}

export interface AccountLink {
  readonly id: number;
  readonly kind: AccountLinkKind;
  readonly personId: string | null;
}

/** The link that a token opens now; null for any other token. Locked until the transaction ends. */
export async function lockLinkOf(db: Db, tokenHash: string, now: Instant): Promise<AccountLink | null> {
  const { rows } = await db.query<AccountLink>(
    `SELECT link.id, link.kind, link.person_id AS "personId"
     FROM account_link AS link JOIN account_link_token AS token ON token.link_id = link.id
     WHERE token.token_hash = $1 AND token.expires_at > $2 AND link.ended_at IS NULL FOR UPDATE OF link`,
    [tokenHash, now],
  );
  return rows[0] ?? null;
}

/** All that are open for this person, or all set-up links for null: one was used, or none is of use any more. */
export async function endLinks(db: Db, personId: string | null, now: Instant): Promise<void> {
  await db.query('UPDATE account_link SET ended_at = $2 WHERE person_id IS NOT DISTINCT FROM $1 AND ended_at IS NULL', [
    personId,
    now,
  ]);
}

export async function deleteOldTokens(db: Db, now: Instant): Promise<void> {
  await db.query('DELETE FROM account_link_token WHERE expires_at <= $1', [now]);
}

export interface UnmailedLink {
  readonly id: number;
  readonly personId: string;
  readonly askedAt: Instant;
}

/** Those that wait for their mail. */
export async function unmailedLinks(db: Db, limit: number): Promise<UnmailedLink[]> {
  const { rows } = await db.query<UnmailedLink>(
    `SELECT id, person_id AS "personId", asked_at AS "askedAt" FROM account_link
     WHERE mail_id IS NULL AND ended_at IS NULL AND kind <> 'setUp' ORDER BY id LIMIT $1`,
    [limit],
  );
  return rows;
}

export async function attachLink(db: Db, linkId: number, mailId: number): Promise<void> {
  await db.query('UPDATE account_link SET mail_id = $2 WHERE id = $1', [linkId, mailId]);
}

export interface CarriedLink {
  readonly id: number;
  readonly mailId: number;
  readonly kind: AccountLinkKind;
}

/** The links that these mails bring, without those that are of no use any more. */
export async function linksOfMails(db: Db, mailIds: readonly number[]): Promise<CarriedLink[]> {
  const { rows } = await db.query<CarriedLink>(
    'SELECT id, mail_id AS "mailId", kind FROM account_link WHERE mail_id = ANY($1) AND ended_at IS NULL',
    [mailIds],
  );
  return rows;
}
