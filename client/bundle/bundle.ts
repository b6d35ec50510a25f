/**
 * An evidence bundle (证据包) of an item or a round: facts, records, letters, files, keys and anchors in one ZIP, with a small
 * program that verifies them where there is no server. Whoever may read a page may take what stands on it along.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { requireMay, type Context } from '../context.ts';
import { itemEntries, roundEntries, type Bundling } from './entries.ts';
import { Manifest } from './manifest.ts';
import { zipLimits, zipped, type Entry } from './zip.ts';
import { readableHead } from '../items/items.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import type { Actor } from '../../core/actor.ts';
import { evidenceOf, itemIdsOfRound } from '../../db/bundle.ts';

export interface Bundle {
  /** Without an ending. */
  readonly name: string;
  readonly items: number;
  /** The bytes of the ZIP, made as they are taken. */
  readonly bytes: Readable;
}

/** Called with each item that is written. */
export type Told = (items: number) => void;

/** Of an item, or else of a round of that id. @throws Refused notFound, notYours, bundleTooLarge */
export async function bundleOf(context: Context, actor: Actor, id: string, told?: Told): Promise<Bundle> {
  try {
    return await bundleOfItem(context, actor, id, told);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'notFound') throw error;
    return bundleOfRound(context, actor, id, told);
  }
}

/** @throws Refused notFound, bundleTooLarge */
export async function bundleOfItem(context: Context, actor: Actor, id: string, told?: Told): Promise<Bundle> {
  const { head } = await readableHead(context, actor, id);
  return bundle(context, actor, { kind: 'item', id }, head.roundId, [id], told);
}

/** Of all its items, or of those of one's own unit. @throws Refused notFound, notYours, bundleTooLarge */
export async function bundleOfRound(context: Context, actor: Actor, id: string, told?: Told): Promise<Bundle> {
  requireMay(actor, 'readRounds');
  const itemIds = await itemIdsOfRound(seenBy(context.pool, actor), id, scopeOf(actor));
  if (itemIds.length === 0) throw notFound('round', id);
  return bundle(context, actor, { kind: 'round', id }, id, itemIds, told);
}

async function bundle(
  context: Context,
  actor: Actor,
  of: { readonly kind: 'item' | 'round'; readonly id: string },
  roundId: string,
  itemIds: readonly string[],
  told: Told = () => undefined,
): Promise<Bundle> {
  await refuseTooLarge(context, itemIds);
  const madeAt = context.now();
  const manifest = new Manifest({ of, madeAt, madeBy: actor.personId, unitId: scopeOf(actor) });
  const bundling: Bundling = { context, actor, manifest, written: new Set() };
  const entries = all(bundling, roundId, itemIds, told);
  return { name: of.id, items: itemIds.length, bytes: Readable.from(zipped(entries, new Date(madeAt))) };
}

async function refuseTooLarge({ pool }: Context, itemIds: readonly string[]): Promise<void> {
  const { files, bytes } = await evidenceOf(pool, itemIds);
  const entries = files + entriesOfItem * itemIds.length;
  if (bytes > zipLimits.bytes || entries > zipLimits.entries)
    throw new Refused({
      code: 'bundleTooLarge',
      bytes,
      mostBytes: zipLimits.bytes,
      entries,
      mostEntries: zipLimits.entries,
    });
}

/** Its facts, itself, an anchor. */
const entriesOfItem = 3;

async function* all(
  bundling: Bundling,
  roundId: string,
  itemIds: readonly string[],
  told: Told,
): AsyncGenerator<Entry> {
  const { manifest, context } = bundling;
  for await (const entry of verifierEntries()) yield manifest.listed(entry);
  const keys = [Buffer.from(context.signer.publicKeys)];
  yield manifest.listed({ path: 'keys.pem', content: keys, isPacked: false });
  for await (const entry of roundEntries(bundling, roundId)) yield manifest.listed(entry);
  for (const [index, itemId] of itemIds.entries()) {
    for await (const entry of itemEntries(bundling, itemId)) yield manifest.listed(entry);
    told(index + 1);
  }
  yield* manifest.closing(context.signer);
}

const verifier = join(import.meta.dirname, 'verifier');

async function* verifierEntries(): AsyncGenerator<Entry> {
  for (const path of (await readdir(verifier)).sort())
    yield { path, content: [await readFile(join(verifier, path))], isPacked: false };
}
