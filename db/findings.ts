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
