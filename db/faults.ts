/** What the product found wrong with itself: one record for each fault, open until it is mended. */
import { onlyRow, type Db } from './pool.ts';
import type { FaultKind } from '../core/fault.ts';
import type { Instant } from '../core/time.ts';

export interface NewFault {
  readonly kind: FaultKind;
  readonly itemId: string | null;
  /** Codes and figures only. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Found again in the same item, it is the same fault while it is open. */
export async function recordFaults(
  db: Db,
  found: readonly (NewFault & { readonly isMended: boolean })[],
): Promise<void> {
  if (found.length === 0) return;
  await db.query(
    `INSERT INTO fault (kind, item_id, at, details, mended_at)
     SELECT kind, "itemId", now(), details, CASE WHEN "isMended" THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS found (kind text, "itemId" text, details jsonb, "isMended" boolean)
     WHERE "isMended" OR NOT EXISTS (
       SELECT FROM fault WHERE fault.kind = found.kind AND item_id IS NOT DISTINCT FROM "itemId" AND mended_at IS NULL)`,
    [JSON.stringify(found)],
  );
}

export const recordOpenFault = (db: Db, fault: NewFault): Promise<void> =>
  recordFaults(db, [{ ...fault, isMended: false }]);

/** Which of these items have a fault of a kind that is open. */
export async function openFaultsOf(db: Db, kind: FaultKind, itemIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ itemId: string }>(
    'SELECT DISTINCT item_id AS "itemId" FROM fault WHERE kind = $1 AND item_id = ANY($2) AND mended_at IS NULL',
    [kind, itemIds],
  );
  return new Set(rows.map(({ itemId }) => itemId));
}

export interface Fault extends NewFault {
  readonly id: number;
  readonly at: Instant;
  /** Null while somebody must still act. */
  readonly mendedAt: Instant | null;
}

/** What is open first, then the newest of what was mended. */
export async function faults(db: Db, limit: number): Promise<Fault[]> {
  const { rows } = await db.query<Fault>(
    `SELECT id, kind, item_id AS "itemId", at, details, mended_at AS "mendedAt" FROM fault
     ORDER BY mended_at IS NULL DESC, id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

export async function countOpenFaults(db: Db): Promise<number> {
  const { rows } = await db.query<{ open: number }>(
    'SELECT count(*)::integer AS open FROM fault WHERE mended_at IS NULL',
  );
  return onlyRow(rows).open;
}

/** Items of which a run knows more than the ledger, and that a person has not decided about yet. */
export async function itemsLeftBehind(db: Db): Promise<{ readonly itemId: string; readonly roundId: string }[]> {
  const { rows } = await db.query<{ itemId: string; roundId: string }>(
    `SELECT DISTINCT item.id AS "itemId", item.round_id AS "roundId" FROM fault JOIN item ON item.id = fault.item_id
     WHERE fault.kind = 'ledgerBehind' AND fault.mended_at IS NULL ORDER BY item.id`,
  );
  return rows;
}

/** Adds what was done about it. */
export async function mendFault(db: Db, kind: FaultKind, itemId: string, details: NewFault['details']): Promise<void> {
  await db.query(
    `UPDATE fault SET mended_at = now(), details = details || $3::jsonb
     WHERE kind = $1 AND item_id = $2 AND mended_at IS NULL`,
    [kind, itemId, JSON.stringify(details)],
  );
}
