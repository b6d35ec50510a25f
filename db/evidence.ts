/** Which files the content-addressed store holds, and the records of their uploads. */
import { onlyRow, type Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

/** The facts that name a file, as SQL; an index knows them by these words. */
export const namesFile = `type IN ('evidenceAdded', 'progressRecorded')`;

export interface EvidenceFileRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly storedAt: Instant;
  readonly storedBy: string;
}

/** The same bytes again are the same file: the first entry stands, but for what the virus scanner says of it now. */
export async function insertEvidenceFile(db: Db, file: EvidenceFileRow, isClean = false): Promise<void> {
  await db.query(
    `INSERT INTO evidence_file AS known (sha256, bytes, media_type, stored_at, stored_by, clean_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN $4::timestamptz END)
     ON CONFLICT (sha256) DO UPDATE SET clean_at = excluded.clean_at, infected = NULL WHERE $6`,
    [file.sha256, file.bytes, file.mediaType, file.storedAt, file.storedBy, isClean],
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

/** A file brought for an item, as it was judged when it came in: what an act names by its id. */
export interface Upload {
  readonly id: string;
  readonly itemId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly uploadedBy: string;
}

export async function insertUpload(db: Db, upload: Upload, at: Instant): Promise<void> {
  const { itemId, id, sha256, name, mediaType, uploadedBy } = upload;
  await db.query(
    `INSERT INTO evidence_upload (item_id, id, sha256, name, media_type, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [itemId, id, sha256, name, mediaType, uploadedBy, at],
  );
}

/**
 * The record of an upload, where the ledger was put back from before it: made again of the command that named it, if the
 * store has the bytes.
 */
export async function restoreUpload(db: Db, upload: Omit<Upload, 'mediaType'>, at: Instant): Promise<void> {
  const { itemId, id, sha256, name, uploadedBy } = upload;
  await db.query(
    `INSERT INTO evidence_upload (item_id, id, sha256, name, media_type, uploaded_by, uploaded_at)
     SELECT $1, $2, sha256, $4, media_type, $5, $6 FROM evidence_file WHERE sha256 = $3
     ON CONFLICT (item_id, id) DO NOTHING`,
    [itemId, id, sha256, name, uploadedBy, at],
  );
}

/** Records of an item's uploads, by their ids; those that are not there are not among them. */
export async function uploadsOf(db: Db, itemId: string, ids: readonly string[]): Promise<Map<string, Upload>> {
  const { rows } = await db.query<Upload>(
    `SELECT ${uploadColumns} FROM evidence_upload WHERE item_id = $1 AND id = ANY($2)`,
    [itemId, ids],
  );
  return new Map(rows.map((upload) => [upload.id, upload]));
}

const uploadColumns = `id, item_id AS "itemId", sha256, name, media_type AS "mediaType", uploaded_by AS "uploadedBy"`;

/** The record of an upload that is about to be handed in, so that it is not swept away in the next hours. */
export async function reserveUpload(db: Db, itemId: string, id: string, since: Instant): Promise<Upload | null> {
  const { rows } = await db.query<Upload>(
    `UPDATE evidence_upload SET uploaded_at = greatest(uploaded_at, $3) WHERE item_id = $1 AND id = $2
     RETURNING ${uploadColumns}`,
    [itemId, id, since],
  );
  return rows[0] ?? null;
}

/** For which items a file was brought. */
export async function itemsOfFile(db: Db, sha256: string): Promise<string[]> {
  const { rows } = await db.query<{ itemId: string }>(
    'SELECT DISTINCT item_id AS "itemId" FROM evidence_upload WHERE sha256 = $1 ORDER BY 1',
    [sha256],
  );
  return rows.map(({ itemId }) => itemId);
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
         WHERE event.item_id = upload.item_id AND ${namesFile} AND body ->> 'sha256' = upload.sha256
           AND body ->> 'evidenceId' = upload.id)`,
    [before],
  );
  const { rows } = await db.query<{ sha256: string }>(
    `DELETE FROM evidence_file AS file
     WHERE stored_at < $1 AND NOT EXISTS (SELECT FROM evidence_upload WHERE evidence_upload.sha256 = file.sha256)
       AND NOT EXISTS (SELECT FROM event WHERE ${namesFile} AND body ->> 'sha256' = file.sha256)
     RETURNING sha256`,
    [before],
  );
  return rows.map(({ sha256 }) => sha256);
}
