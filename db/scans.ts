/** What the virus scanner said of the files in the store. */
import type { Db } from './pool.ts';
import type { HeldBack } from '../core/held-back.ts';
import type { Instant } from '../core/time.ts';

/** @param isScanning without a scanner nothing waits for one */
export async function heldBackFiles(
  db: Db,
  sha256s: readonly string[],
  isScanning: boolean,
): Promise<{ readonly sha256: string; readonly because: HeldBack }[]> {
  const { rows } = await db.query<{ sha256: string; because: HeldBack }>(
    `SELECT sha256, CASE WHEN infected IS NULL THEN 'notScanned' ELSE 'infected' END AS because
     FROM evidence_file WHERE sha256 = ANY($1) AND (infected IS NOT NULL OR ($2 AND clean_at IS NULL))`,
    [sha256s, isScanning],
  );
  return rows;
}

/** Those that nobody has looked at yet, the longest ago asked about first. */
export async function filesToScan(db: Db, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ sha256: string }>(
    `SELECT sha256 FROM evidence_file WHERE clean_at IS NULL AND infected IS NULL
     ORDER BY scan_tried_at NULLS FIRST, stored_at LIMIT $1`,
    [limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

export async function markScanned(
  db: Db,
  sha256: string,
  { at, isClean, found }: { readonly at: Instant; readonly isClean: boolean; readonly found: string | null },
): Promise<void> {
  await db.query(
    `UPDATE evidence_file SET scan_tried_at = $2, clean_at = CASE WHEN $3 THEN $2::timestamptz END, infected = $4
     WHERE sha256 = $1`,
    [sha256, at, isClean, found],
  );
}
