/** Which files the content-addressed store holds. */
import type { Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

export interface EvidenceFileRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly storedAt: Instant;
  readonly storedBy: string;
}

/** The same bytes again are the same file: the first entry stands. */
export async function insertEvidenceFile(db: Db, file: EvidenceFileRow): Promise<void> {
  await db.query(
    `INSERT INTO evidence_file (sha256, bytes, media_type, stored_at, stored_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (sha256) DO NOTHING`,
    [file.sha256, file.bytes, file.mediaType, file.storedAt, file.storedBy],
  );
}

export async function readEvidenceFile(db: Db, sha256: string): Promise<EvidenceFileRow | null> {
  const { rows } = await db.query<EvidenceFileRow>(
    `SELECT sha256, bytes, media_type AS "mediaType", stored_at AS "storedAt", stored_by AS "storedBy"
     FROM evidence_file WHERE sha256 = $1`,
    [sha256],
  );
  return rows[0] ?? null;
}
