/** Which files the content-addressed store holds, and for which items they were brought. */
import { onlyRow, type Db } from './pool.ts';
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
     ON CONFLICT (item_id, sha256, name) DO UPDATE SET uploaded_at = excluded.uploaded_at`,
    [itemId, file.sha256, name, file.storedBy, file.storedAt],
  );
}

/**
 * The names under which these bytes were brought for an item; none where they never were. They are about to be handed in, so
 * that none of them is swept away in the next hours.
 */
export async function reserveUploads(db: Db, itemId: string, sha256: string, since: Instant): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `UPDATE evidence_upload SET uploaded_at = greatest(uploaded_at, $3) WHERE item_id = $1 AND sha256 = $2
     RETURNING name`,
    [itemId, sha256, since],
  );
  return rows.map(({ name }) => name).sort();
}

/** Of an item in all, and of a person since then. */
export async function uploadedBytes(
  db: Db,
  itemId: string,
  personId: string,
  since: Instant,
): Promise<{ item: number; person: number }> {
  const { rows } = await db.query<{ item: number; person: number }>(
    `SELECT coalesce(sum(bytes) FILTER (WHERE item_id = $1), 0)::float8 AS item,
       coalesce(sum(bytes) FILTER (WHERE uploaded_by = $2 AND uploaded_at >= $3), 0)::float8 AS person
     FROM evidence_upload JOIN evidence_file USING (sha256)
     WHERE item_id = $1 OR (uploaded_by = $2 AND uploaded_at >= $3)`,
    [itemId, personId, since],
  );
  return onlyRow(rows);
}

/**
 * Forgets uploads from before that no fact names, and files that are nobody's any more. Their rows stay held until the
 * transaction ends, so that whoever brings the same bytes again waits for it.
 * @returns the hashes of the files that are forgotten
 */
export async function deleteUnusedUploads(db: Db, before: Instant): Promise<string[]> {
  await db.query(
    `DELETE FROM evidence_upload AS upload
     WHERE uploaded_at < $1
       -- Where the ledger is known to be incomplete, what seems to be of no use may have its use in what was lost.
       AND NOT EXISTS (SELECT FROM fault WHERE fault.item_id = upload.item_id AND mended_at IS NULL)
       AND NOT EXISTS (
         SELECT FROM event
         WHERE event.item_id = upload.item_id AND type = 'evidenceAdded' AND body ->> 'sha256' = upload.sha256)`,
    [before],
  );
  const { rows } = await db.query<{ sha256: string }>(
    `DELETE FROM evidence_file AS file
     WHERE stored_at < $1 AND NOT EXISTS (SELECT FROM evidence_upload WHERE evidence_upload.sha256 = file.sha256)
       AND NOT EXISTS (SELECT FROM event WHERE type = 'evidenceAdded' AND body ->> 'sha256' = file.sha256)
     RETURNING sha256`,
    [before],
  );
  return rows.map(({ sha256 }) => sha256);
}
