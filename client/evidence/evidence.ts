/** Evidence files: taken in for an item, given out to those who may read an item that uses them. */
import type { Readable } from 'node:stream';
import { requireMay, type Context, type Incoming } from '../context.ts';
import { refuseDamaged } from '../damaged.ts';
import { readableHead, readableItem } from '../items/items.ts';
import { notFound } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import { insertEvidenceFile, insertUpload, readEvidenceFile } from '../../db/evidence.ts';
import { transaction } from '../../db/pool.ts';

export interface EvidenceFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Asked before the first byte is taken. */
export async function requireMayUpload(context: Context, actor: Actor, itemId: string): Promise<void> {
  const { head } = await readableHead(context, actor, itemId);
  requireMay(actor, 'uploadEvidence', head);
}

/** The file counts for nothing until the command addEvidence names it: for this item, and under the name it was judged by. */
export async function keepEvidence(
  { pool, now }: Context,
  actor: Actor,
  itemId: string,
  name: string,
  incoming: Incoming,
): Promise<EvidenceFile> {
  const { sha256, bytes, mediaType } = incoming;
  await incoming.keep();
  const file = { sha256, bytes, mediaType, storedAt: now(), storedBy: actor.personId };
  await transaction(pool, async (db) => {
    await insertEvidenceFile(db, file);
    await insertUpload(db, { itemId, name }, file);
  });
  // The first to bring these bytes may have called them something else; what they are served as stays what it was.
  const known = await readEvidenceFile(pool, sha256);
  return { sha256, name, bytes, mediaType: known?.mediaType ?? mediaType };
}

export async function readEvidence(
  context: Context,
  actor: Actor,
  itemId: string,
  sha256: string,
): Promise<EvidenceFile & { stream: Readable }> {
  const { record } = await readableItem(context, actor, itemId);
  const used = record.item.evidence.find((evidence) => evidence.sha256 === sha256);
  const file = await readEvidenceFile(context.pool, sha256);
  if (used === undefined || file === null) throw notFound('evidence', sha256);
  await refuseDamaged(context, itemId, [used]);
  const { bytes, mediaType } = file;
  return { sha256, name: used.name, bytes, mediaType, stream: await context.store.read(sha256) };
}

/** A name as people see it: no folders, no control characters, short enough for the ledger. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').replace(/^.*[/\\]/s, '');
  // eslint-disable-next-line no-control-regex -- control and bidirectional characters are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const extension = clean.slice(clean.search(/(?:\.[^.]{1,10})?$/));
  return clean.length <= 200 ? clean : `${clean.slice(0, 200 - extension.length)}${extension}`;
}
