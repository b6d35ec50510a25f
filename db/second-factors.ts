/** Second factors of accounts, and whether one is demanded: the last word about that is a fact like any other. */
import { onlyRow, type Db } from './pool.ts';
import { decidingRoles } from '../core/people/second-factor.ts';
import type { Instant } from '../core/time.ts';

export interface SecondFactor {
  /** Locked: see client/vault.ts. */
  readonly secret: string;
  /** Begun only, until a first code was right. */
  readonly isOn: boolean;
  readonly recoveryCodesLeft: number;
}

export async function secondFactorOf(db: Db, personId: string): Promise<SecondFactor | null> {
  const { rows } = await db.query<SecondFactor>(
    `SELECT secret, confirmed_at IS NOT NULL AS "isOn",
            (SELECT count(*)::int FROM recovery_code WHERE person_id = $1) AS "recoveryCodesLeft"
     FROM second_factor WHERE person_id = $1`,
    [personId],
  );
  return rows[0] ?? null;
}

/** A new secret in place of one that was never confirmed. @returns false where one is confirmed already */
export async function beginSecondFactor(db: Db, personId: string, secret: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO second_factor (person_id, secret, begun_at) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at
     WHERE second_factor.confirmed_at IS NULL`,
    [personId, secret, at],
  );
  return rowCount === 1;
}

/** @returns false where it was confirmed already, or another secret has been begun since */
export async function confirmSecondFactor(
  db: Db,
  personId: string,
  { secret, step, at }: { readonly secret: string; readonly step: number; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE second_factor SET confirmed_at = $4, last_step = $3
     WHERE person_id = $1 AND secret = $2 AND confirmed_at IS NULL`,
    [personId, secret, step, at],
  );
  return rowCount === 1;
}

/** The same secret, locked with another key; nothing where it is another by now. */
export async function replaceSecret(db: Db, personId: string, before: string, after: string): Promise<void> {
  await db.query('UPDATE second_factor SET secret = $3 WHERE person_id = $1 AND secret = $2', [
    personId,
    before,
    after,
  ]);
}

/** @returns false where the code of this step, or of a later one, was taken before */
export async function takeStep(db: Db, personId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2',
    [personId, step],
  );
  return rowCount === 1;
}

export async function insertRecoveryCodes(db: Db, personId: string, hashes: readonly string[]): Promise<void> {
  await db.query('INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::text[])', [personId, hashes]);
}

export async function takeRecoveryCode(db: Db, personId: string, hash: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM recovery_code WHERE person_id = $1 AND code_hash = $2', [
    personId,
    hash,
  ]);
  return rowCount === 1;
}

/** @returns false where there was none */
export async function deleteSecondFactor(db: Db, personId: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM second_factor WHERE person_id = $1', [personId]);
  return rowCount === 1;
}

/** What the facts about the demand are facts of. */
export const secondFactorDemand = 'second-factor';

export async function isSecondFactorDemanded(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ isDemanded: boolean }>(
    `SELECT coalesce((SELECT kind FROM record_event WHERE record_id = $1 ORDER BY seq DESC LIMIT 1)
                     = 'secondFactorDemanded', false) AS "isDemanded"`,
    [secondFactorDemand],
  );
  return onlyRow(rows).isDemanded;
}

/** Whose is on. */
export async function secondFactorHolders(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    'SELECT person_id AS "personId" FROM second_factor WHERE confirmed_at IS NOT NULL ORDER BY person_id',
  );
  return rows.map(({ personId }) => personId);
}

/** The open sessions of those who decide and have none, neither here nor at the identity provider, are for their own account from now on; or, undemanded, for all again. */
export async function markOwingSessions(db: Db, isDemanded: boolean): Promise<void> {
  await db.query(
    `UPDATE session SET owes_second_factor = $1 AND person.roles && $2
       AND NOT EXISTS (SELECT FROM second_factor WHERE person_id = person.id AND confirmed_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM openid_session
                       WHERE openid_session.token_hash = session.token_hash AND is_multi_factor)
     FROM person WHERE person.id = session.person_id`,
    [isDemanded, decidingRoles],
  );
}

export async function forgiveOwing(db: Db, personId: string): Promise<void> {
  await db.query('UPDATE session SET owes_second_factor = false WHERE person_id = $1', [personId]);
}
