/** The heads of all chains, under one digest a day. One function for each statement, and the arithmetic. */
import { createHash } from 'node:crypto';
import { onlyRow, type Db } from './pool.ts';
import { canonical } from '../core/canonical.ts';
import type { Seal } from '../core/item/seal.ts';
import type { Instant } from '../core/time.ts';

export interface Anchor {
  readonly at: Instant;
  /** Digest of the anchor before. */
  readonly previous: string;
  readonly digest: string;
  readonly seal: Seal;
}

export interface StoredAnchor extends Anchor {
  readonly id: number;
}

/** How far one chain had come. */
export interface AnchoredHead {
  /** `item:ID` or `record:ID` */
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

const start = createHash('sha256').update('anchor').digest('hex');

export const previousOf = (last: Anchor | null): string => last?.digest ?? start;

/** @param heads in the order of their chains */
export const digestOf = (previous: string, at: Instant, heads: readonly AnchoredHead[]): string =>
  createHash('sha256')
    .update(`${previous}\n${canonical({ at, heads: heads.map(({ chain, seq, hash }) => [chain, seq, hash]) })}`)
    .digest('hex');

/** One process anchors; the others leave it to that one. Held to the end of the transaction. */
export async function tryLockAnchors(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ isAlone: boolean }>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS "isAlone"', [
    'rectify:anchor',
  ]);
  return onlyRow(rows).isAlone;
}

const anchorColumns = 'id, at, previous, digest, seal';

export async function lastAnchor(db: Db): Promise<StoredAnchor | null> {
  const { rows } = await db.query<StoredAnchor>(`SELECT ${anchorColumns} FROM anchor ORDER BY id DESC LIMIT 1`);
  return rows[0] ?? null;
}

/** After the one with this id, the oldest first. */
export async function anchorsAfter(db: Db, id: number, limit: number): Promise<StoredAnchor[]> {
  const { rows } = await db.query<StoredAnchor>(
    `SELECT ${anchorColumns} FROM anchor WHERE id > $1 ORDER BY id LIMIT $2`,
    [id, limit],
  );
  return rows;
}

/** Chains that stand where no anchor has them. */
export async function unanchoredHeads(db: Db): Promise<AnchoredHead[]> {
  const { rows } = await db.query<AnchoredHead>(
    `WITH head AS (
       (SELECT DISTINCT ON (item_id) 'item:' || item_id AS chain, seq, hash FROM event ORDER BY item_id, seq DESC)
       UNION ALL
       (SELECT DISTINCT ON (record_id) 'record:' || record_id, seq, hash FROM record_event ORDER BY record_id, seq DESC)
     )
     SELECT chain, seq, hash FROM head
     WHERE NOT EXISTS (
       SELECT FROM anchor_head
       WHERE anchor_head.chain = head.chain AND anchor_head.seq = head.seq AND anchor_head.hash = head.hash)
     ORDER BY chain COLLATE "C"`,
  );
  return rows;
}

export async function insertAnchor(
  db: Db,
  { at, previous, digest, seal }: Anchor,
  heads: readonly AnchoredHead[],
): Promise<void> {
  const { rows } = await db.query<{ id: number }>(
    'INSERT INTO anchor (at, previous, digest, seal) VALUES ($1, $2, $3, $4) RETURNING id',
    [at, previous, digest, seal],
  );
  await db.query(
    `INSERT INTO anchor_head (anchor_id, chain, seq, hash)
     SELECT $1, chain, seq, hash FROM jsonb_to_recordset($2::jsonb) AS head (chain text, seq integer, hash text)`,
    [onlyRow(rows).id, JSON.stringify(heads)],
  );
}

export async function headsOf(db: Db, anchorId: number): Promise<AnchoredHead[]> {
  const { rows } = await db.query<AnchoredHead>(
    'SELECT chain, seq, hash FROM anchor_head WHERE anchor_id = $1 ORDER BY chain COLLATE "C"',
    [anchorId],
  );
  return rows;
}

/** Facts that were anchored and are gone, or have another hash than they had. */
export async function headsOtherThanAnchored(db: Db): Promise<{ readonly chain: string; readonly seq: number }[]> {
  const { rows } = await db.query<{ chain: string; seq: number }>(
    `SELECT head.chain, min(head.seq) AS seq FROM anchor_head AS head
     LEFT JOIN event ON event.item_id = substr(head.chain, 6) AND event.seq = head.seq AND head.chain LIKE 'item:%'
     LEFT JOIN record_event AS record
       ON record.record_id = substr(head.chain, 8) AND record.seq = head.seq AND head.chain LIKE 'record:%'
     WHERE coalesce(event.hash, record.hash) IS DISTINCT FROM head.hash
     GROUP BY head.chain ORDER BY head.chain`,
  );
  return rows;
}
