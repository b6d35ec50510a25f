/** Evidence files: taken in for an item, given out to those who may read an item that uses them. */
import type { Readable } from 'node:stream';
import { requireMay, type Context, type Incoming } from '../context.ts';
import { refuseDamaged } from '../damaged.ts';
import { heldBack, judgeIncoming, refuseHeldBack } from '../quarantine.ts';
import { newEvidenceId } from '../ids.ts';
import { readableHead, readableItem } from '../items/items.ts';
import { notFound, Refused } from '../refused.ts';
import { mostBytesOf, sweptBefore, uploadDayBegan } from '../../core/item/evidence-quota.ts';
import { heldBackReasons } from '../../core/held-back.ts';
import type { Actor } from '../../core/actor.ts';
import {
  deleteUnusedUploads,
  insertEvidenceFile,
  insertUpload,
  readEvidenceFile,
  uploadedBytes,
  uploadsOf,
} from '../../db/evidence.ts';
import { transaction } from '../../db/pool.ts';

export interface EvidenceFile {
  /** Of its record: what an act names. */
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** The virus scanner has not looked at it yet: until then it is not handed in. */
  readonly isQuarantined: boolean;
}

/** Asked before the first byte is taken. */
export async function requireMayUpload(context: Context, actor: Actor, itemId: string): Promise<void> {
  const { head } = await readableHead(context, actor, itemId);
  requireMay(actor, 'uploadEvidence', head);
  const bytes = await uploadedBytes(context.pool, itemId, actor.personId, uploadDayBegan(context.now()));
  for (const whose of ['item', 'person'] as const) {
    const mostBytes = mostBytesOf[whose];
    if (bytes[whose] >= mostBytes) throw new Refused({ code: 'evidenceQuota', of: whose, mostBytes });
  }
}

/**
 * Removes what was uploaded and not handed in for two days. Handing in renews a file's first day, so that none goes while it
 * is on its way. @returns how many files went
 */
export function sweepUploads({ pool, store, now }: Pick<Context, 'pool' | 'store' | 'now'>): Promise<number> {
  return transaction(pool, async (db) => {
    const unused = await deleteUnusedUploads(db, sweptBefore(now()));
    for (const sha256 of unused) await store.remove(sha256);
    return unused.length;
  });
}

/** The file counts for nothing until its uploader hands in the record that is made of it here. */
export async function keepEvidence(
  context: Pick<Context, 'pool' | 'now' | 'scanner'>,
  actor: Actor,
  itemId: string,
  name: string,
  incoming: Incoming,
): Promise<EvidenceFile> {
  const { pool, now } = context;
  const { sha256, bytes, mediaType, open } = incoming;
  const verdict = await judgeIncoming(context, itemId, { name, sha256, open });
  const at = now();
  const id = newEvidenceId();
  const uploadedBy = actor.personId;
  await transaction(pool, async (db) => {
    await insertEvidenceFile(
      db,
      { sha256, bytes, mediaType, storedAt: at, storedBy: uploadedBy },
      verdict?.kind === 'clean',
    );
    await insertUpload(db, { id, itemId, sha256, name, mediaType, uploadedBy }, at);
    // Last, and with the file's row held: whoever sweeps the same bytes at this moment has done with them, or waits.
    await incoming.keep();
  });
  // Others may have brought the same bytes while the scanner was there.
  const isQuarantined = (await heldBack(context, [{ sha256 }])).size > 0;
  return { id, sha256, name, bytes, mediaType, isQuarantined };
}

export async function readEvidence(
  context: Context,
  actor: Actor,
  itemId: string,
  evidenceId: string,
): Promise<Omit<EvidenceFile, 'isQuarantined'> & { stream: Readable }> {
  const { record } = await readableItem(context, actor, itemId);
  const used = record.item.evidence.find(({ id }) => id === evidenceId);
  if (used === undefined) throw notFound('evidence', evidenceId);
  const { sha256, name } = used;
  const file = await readEvidenceFile(context.pool, sha256);
  const upload = (await uploadsOf(context.pool, itemId, [evidenceId])).get(evidenceId);
  if (file === null || upload === undefined) throw notFound('evidence', evidenceId);
  await refuseHeldBack(context, [used], heldBackReasons);
  await refuseDamaged(context, itemId, [used]);
  const { bytes } = file;
  return { id: evidenceId, sha256, name, bytes, mediaType: upload.mediaType, stream: await context.store.read(sha256) };
}

/** As long as file systems let a name be. */
const mostNameBytes = 255;

/** A name as people see it: no folders, no control characters, no longer than a file system takes, no character cut in half. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').replace(/^.*[/\\]/s, '');
  // eslint-disable-next-line no-control-regex -- control and bidirectional characters are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (Buffer.byteLength(clean) <= mostNameBytes) return clean;
  const extension = clean.slice(clean.search(/(?:\.[^.]{1,10})?$/));
  return `${fitting(clean.slice(0, clean.length - extension.length), mostNameBytes - Buffer.byteLength(extension))}${extension}`;
}

/** As many whole characters, as people count them, as fit. */
function fitting(text: string, mostBytes: number): string {
  let [kept, bytes] = ['', 0];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    kept += segment;
  }
  return kept;
}
