/** Sessions that end because the identity provider says so. */
import type { Db } from './pool.ts';
import type { Logout } from '../core/people/openid.ts';
import type { Instant } from '../core/time.ts';

/** @returns false where it was taken before */
export async function takeLogout(db: Db, tokenHash: string, now: Instant, expiresAt: Instant): Promise<boolean> {
  await db.query('DELETE FROM openid_logout WHERE expires_at <= $1', [now]);
  const { rowCount } = await db.query(
    'INSERT INTO openid_logout (token_hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [tokenHash, expiresAt],
  );
  return rowCount === 1;
}

/** Where a session's own name is not known, the person's ends it. */
const isMeant = `
  l.issuer = $1 AND ($2::text IS NULL OR l.subject = $2)
  AND ($3::text IS NULL OR o.sid = $3 OR ($2::text IS NOT NULL AND o.sid IS NULL))`;

/** Those that began at the provider, and who is still on the way to one; sessions that began with a password stay. @returns whose */
export async function endSessionsOfLogout(
  db: Db,
  { issuer, subject, sid }: Omit<Logout, 'id'> & { readonly issuer: string },
): Promise<string[]> {
  const meant = [issuer, subject, sid];
  await db.query(
    `DELETE FROM openid_waiting o USING openid_link l WHERE o.person_id = l.person_id AND ${isMeant}`,
    meant,
  );
  const { rows } = await db.query<{ personId: string }>(
    `DELETE FROM session s USING openid_session o, openid_link l
     WHERE o.token_hash = s.token_hash AND l.person_id = s.person_id AND ${isMeant}
     RETURNING s.person_id AS "personId"`,
    meant,
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}
