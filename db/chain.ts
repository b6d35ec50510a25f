/**
 * Hash chains of facts: each hash covers the one before, so a changed, removed or reordered fact shows.
 *
 * The first fact hangs on the id of its item or record. A chain alone cannot show a cut tail or a whole rewrite; for that its
 * head must be anchored outside the database.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../core/canonical.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { Instant } from '../core/time.ts';

interface Link {
  readonly previous: string;
  readonly hash: string;
}

export interface ChainedEvent extends Link {
  readonly event: ItemEvent;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const linkAfter = (previous: string, fact: unknown): Link => ({
  previous,
  hash: sha256(`${previous}\n${canonical(fact)}`),
});

const itemStart = (itemId: string): string => sha256(`item:${itemId}`);
const recordStart = (recordId: string): string => sha256(`record:${recordId}`);

export function chain(itemId: string, head: string | null, events: readonly ItemEvent[]): ChainedEvent[] {
  let previous = head ?? itemStart(itemId);
  return events.map((event) => {
    const link = { event, ...linkAfter(previous, event) };
    previous = link.hash;
    return link;
  });
}

/** The seq of the first fact that breaks the chain, or null when all of it holds. */
export const firstBreak = (itemId: string, links: readonly ChainedEvent[]): number | null =>
  brokenAt(
    itemStart(itemId),
    links.map(({ event, ...link }) => ({ ...link, seq: event.seq, fact: event })),
  );

/** A fact of a plain record, as its row says it. */
export interface RecordFact {
  readonly kind: string;
  readonly recordId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly data: unknown;
}

export type LinkedRecordFact = RecordFact & Link;

/** @param head hash of the fact before; null for the first */
export const recordLink = (fact: RecordFact, head: string | null): Link =>
  linkAfter(head ?? recordStart(fact.recordId), fact);

export const firstRecordBreak = (recordId: string, facts: readonly LinkedRecordFact[]): number | null =>
  brokenAt(
    recordStart(recordId),
    facts.map(({ previous, hash, ...fact }) => ({ previous, hash, seq: fact.seq, fact })),
  );

function brokenAt(start: string, links: readonly (Link & { readonly seq: number; readonly fact: unknown })[]) {
  let previous = start;
  for (const [index, link] of links.entries()) {
    const right = linkAfter(previous, link.fact);
    if (link.seq !== index + 1 || link.previous !== right.previous || link.hash !== right.hash) return index + 1;
    previous = link.hash;
  }
  return null;
}
