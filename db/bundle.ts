/** What an evidence bundle is made of: facts with their seals, records with their links, the anchors above both. */
import type { AnchoredHead, StoredAnchor } from './anchors.ts';
import type { ChainedEvent, LinkedRecordFact } from './chain.ts';
import { namesFile } from './evidence.ts';
import { onlyRow, type Db } from './pool.ts';
import { linkedColumns } from './record-events.ts';
import type { Sealed } from '../core/item/seal.ts';

/** In the order of the document. @param unitId of this unit alone; null for all */
export async function itemIdsOfRound(db: Db, roundId: string, unitId: string | null): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM item WHERE round_id = $1 AND ($2::text IS NULL OR unit_id = $2) ORDER BY position',
    [roundId, unitId],
  );
  return rows.map(({ id }) => id);
}

export interface SealedFact extends ChainedEvent {
  readonly sealed: Sealed | null;
}

/** An item's facts up to one, the oldest first. */
export async function sealedFactsOf(db: Db, itemId: string, upToSeq: number): Promise<SealedFact[]> {
  const { rows } = await db.query<SealedFact>(
    'SELECT body AS event, previous, hash, sealed FROM event WHERE item_id = $1 AND seq <= $2 ORDER BY seq',
    [itemId, upToSeq],
  );
  return rows;
}

export async function linkedRecordFactsOf(db: Db, recordId: string): Promise<LinkedRecordFact[]> {
  const { rows } = await db.query<LinkedRecordFact>(
    `SELECT ${linkedColumns} FROM record_event WHERE record_id = $1 ORDER BY seq`,
    [recordId],
  );
  return rows;
}

/** The last anchor that tells of a chain, and how far it had come; null where none does yet. */
export async function lastAnchorOf(
  db: Db,
  chain: string,
): Promise<(StoredAnchor & { readonly head: Omit<AnchoredHead, 'chain'> }) | null> {
  const { rows } = await db.query<StoredAnchor & { readonly head: Omit<AnchoredHead, 'chain'> }>(
    `SELECT anchor.id, at, previous, digest, seal, jsonb_build_object('seq', head.seq, 'hash', head.hash) AS head
     FROM anchor_head AS head JOIN anchor ON anchor.id = head.anchor_id
     WHERE chain = $1 ORDER BY anchor_id DESC LIMIT 1`,
    [chain],
  );
  return rows[0] ?? null;
}

/** How much evidence the items were handed: files of the same bytes count once. */
export async function evidenceOf(
  db: Db,
  itemIds: readonly string[],
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { rows } = await db.query<{ files: number; bytes: number }>(
    `SELECT count(*)::integer AS files, coalesce(sum(bytes), 0)::float8 AS bytes
     FROM evidence_file WHERE sha256 IN (
       SELECT body ->> 'sha256' FROM event WHERE ${namesFile} AND item_id = ANY($1))`,
    [itemIds],
  );
  return onlyRow(rows);
}
