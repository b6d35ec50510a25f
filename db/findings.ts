/** What the product found wrong with itself: one record a fault, open until it is mended. */
import type { Db } from './pool.ts';
import type { FindingKind } from '../core/finding.ts';

export interface NewFinding {
  readonly kind: FindingKind;
  readonly itemId: string | null;
  /** Codes and figures only. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** The same fault of the same item found again is the same finding while it is open. */
export async function recordFinding(
  db: Db,
  { kind, itemId, details }: NewFinding,
  mended: 'mended' | 'open',
): Promise<void> {
  await db.query(
    `INSERT INTO finding (kind, item_id, at, details, mended_at)
     SELECT $1, $2, now(), $3, CASE WHEN $4 THEN now() END
     WHERE $4 OR NOT EXISTS (
       SELECT FROM finding WHERE kind = $1 AND item_id IS NOT DISTINCT FROM $2 AND mended_at IS NULL)`,
    [kind, itemId, JSON.stringify(details), mended === 'mended'],
  );
}
