/** What the product found wrong with itself: one record for each fault, open until it is mended. */
import { onlyRow, type Db } from './pool.ts';
import type { FindingKind } from '../core/finding.ts';
import type { Instant } from '../core/time.ts';

export interface NewFinding {
  readonly kind: FindingKind;
  readonly itemId: string | null;
  /** Codes and figures only. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** The same fault of the same item found again is the same finding while it is open. */
export async function recordFindings(
  db: Db,
  found: readonly (NewFinding & { readonly isMended: boolean })[],
): Promise<void> {
  if (found.length === 0) return;
  await db.query(
    `INSERT INTO finding (kind, item_id, at, details, mended_at)
     SELECT kind, "itemId", now(), details, CASE WHEN "isMended" THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS fault (kind text, "itemId" text, details jsonb, "isMended" boolean)
     WHERE "isMended" OR NOT EXISTS (
       SELECT FROM finding WHERE finding.kind = fault.kind AND item_id IS NOT DISTINCT FROM "itemId" AND mended_at IS NULL)`,
    [JSON.stringify(found)],
  );
}

export const recordOpenFinding = (db: Db, finding: NewFinding): Promise<void> =>
  recordFindings(db, [{ ...finding, isMended: false }]);

export interface Finding extends NewFinding {
  readonly id: number;
  readonly at: Instant;
  /** Null while somebody must still act. */
  readonly mendedAt: Instant | null;
}

/** What is open first, then the newest of what was mended. */
export async function findings(db: Db, limit: number): Promise<Finding[]> {
  const { rows } = await db.query<Finding>(
    `SELECT id, kind, item_id AS "itemId", at, details, mended_at AS "mendedAt" FROM finding
     ORDER BY mended_at IS NULL DESC, id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

export async function countOpenFindings(db: Db): Promise<number> {
  const { rows } = await db.query<{ open: number }>(
    'SELECT count(*)::integer AS open FROM finding WHERE mended_at IS NULL',
  );
  return onlyRow(rows).open;
}

/** Items of which a run knows more than the ledger, and that a person has not decided about yet. */
export async function itemsLeftBehind(db: Db): Promise<{ readonly itemId: string; readonly roundId: string }[]> {
  const { rows } = await db.query<{ itemId: string; roundId: string }>(
    `SELECT DISTINCT item.id AS "itemId", item.round_id AS "roundId" FROM finding JOIN item ON item.id = finding.item_id
     WHERE finding.kind = 'ledgerBehind' AND finding.mended_at IS NULL ORDER BY item.id`,
  );
  return rows;
}

/** Adds what was done about it. */
export async function mendFinding(
  db: Db,
  kind: FindingKind,
  itemId: string,
  details: NewFinding['details'],
): Promise<void> {
  await db.query(
    `UPDATE finding SET mended_at = now(), details = details || $3::jsonb
     WHERE kind = $1 AND item_id = $2 AND mended_at IS NULL`,
    [kind, itemId, JSON.stringify(details)],
  );
}
