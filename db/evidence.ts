/** Which files the content-addressed store holds, and for which items they were brought. */
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

export interface Upload {
  readonly itemId: string;
  readonly name: string;
}

/** The same file for the same item under the same name is one upload. */
export async function insertUpload(db: Db, { itemId, name }: Upload, file: EvidenceFileRow): Promise<void> {
  await db.query(
    `INSERT INTO evidence_upload (item_id, sha256, name, uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [itemId, file.sha256, name, file.storedBy, file.storedAt],
  );
}

/** The names under which these bytes were brought for an item; none where they never were. */
export async function uploadedNames(db: Db, itemId: string, sha256: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    'SELECT name FROM evidence_upload WHERE item_id = $1 AND sha256 = $2 ORDER BY uploaded_at, name',
    [itemId, sha256],
  );
  return rows.map(({ name }) => name);
}
