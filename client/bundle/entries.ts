/** What a bundle holds of a round and of each item. Every path is made of ids and hashes. */
import { jsonOf, type Manifest } from './manifest.ts';
import type { Entry } from './zip.ts';
import type { Context } from '../context.ts';
import { readableItem } from '../items/items.ts';
import { seenBy } from '../seen.ts';
import type { Actor } from '../../core/actor.ts';
import { may } from '../../core/item/roles.ts';
import type { Evidence } from '../../core/item/item.ts';
import { headsOf, type Anchor } from '../../db/anchors.ts';
import { lastAnchorOf, linkedRecordFactsOf, sealedFactsOf } from '../../db/bundle.ts';
import { lettersOf } from '../../db/letters.ts';

export interface Bundling {
  readonly context: Context;
  readonly actor: Actor;
  readonly manifest: Manifest;
  /** Paths of what items share, once it is in. */
  readonly written: Set<string>;
}

/** The records of a round tell of all its items: they are for whoever sees these. */
export async function* roundEntries(bundling: Bundling, roundId: string): AsyncGenerator<Entry> {
  const { context, actor } = bundling;
  if (!may(actor, 'readItem')) return;
  const facts = await linkedRecordFactsOf(context.pool, roundId);
  yield { path: `rounds/${roundId}/records.jsonl`, content: linesOf(facts), isPacked: false };
  const anchored = await lastAnchorOf(context.pool, `record:${roundId}`);
  if (anchored !== null) yield* anchorEntry(bundling, anchored);
}

export async function* itemEntries(bundling: Bundling, itemId: string): AsyncGenerator<Entry> {
  const { context, actor, manifest } = bundling;
  const { record } = await readableItem(context, actor, itemId);
  const { item, roundId, number } = record;
  const seen = seenBy(context.pool, actor);
  // Facts that came since are not taken: all that is told of an item is of one moment.
  const facts = await sealedFactsOf(seen, itemId, item.seq);
  const letters = (await lettersOf(seen, itemId)).filter(({ seq }) => seq <= item.seq);
  const anchored = await lastAnchorOf(context.pool, `item:${itemId}`);
  manifest.items.push({ id: itemId, roundId, number, facts: facts.length, head: facts.at(-1)?.hash ?? null });
  yield { path: `items/${itemId}/facts.jsonl`, content: linesOf(facts), isPacked: false };
  const anchor =
    anchored === null || anchored.head.seq > item.seq ? null : { digest: anchored.digest, ...anchored.head };
  yield { path: `items/${itemId}/item.json`, content: [jsonOf({ ...record, letters, anchor })], isPacked: false };
  if (anchored !== null) yield* anchorEntry(bundling, anchored);
  yield* evidenceEntries(bundling, itemId, item.evidence);
}

/** What the store has lost is left out: the facts name it, and whoever verifies finds that it is not there. */
async function* evidenceEntries(
  { context: { store }, manifest, written }: Bundling,
  itemId: string,
  evidence: readonly Evidence[],
): AsyncGenerator<Entry> {
  for (const { sha256, name } of evidence) {
    manifest.evidence.push({ itemId, sha256, name });
    const path = `files/${sha256}`;
    if (written.has(path) || !(await store.holds(sha256))) continue;
    written.add(path);
    yield { path, content: (await store.read(sha256)) as AsyncIterable<Buffer>, isPacked: true };
  }
}

/** The heads under an anchor name all chains of the ledger: they are for whoever sees all. */
async function* anchorEntry(
  { context, actor, written }: Bundling,
  { id, at, previous, digest, seal }: Anchor & { readonly id: number },
): AsyncGenerator<Entry> {
  const path = `anchors/${digest}.json`;
  if (written.has(path)) return;
  written.add(path);
  const heads = may(actor, 'readItem') ? await headsOf(context.pool, id) : null;
  yield { path, content: [jsonOf({ at, previous, digest, seal, heads })], isPacked: false };
}

function* linesOf(rows: readonly unknown[]): Generator<Uint8Array> {
  for (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
}
