/**
 * The hash chain of an item's facts: each hash covers the one before, so a changed, removed or reordered fact shows.
 *
 * The first fact hangs on the item's id. A chain alone cannot show a cut tail or a whole rewrite; for that its head must be
 * anchored outside the database.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../core/canonical.ts';
import type { ItemEvent } from '../core/item/event.ts';

export interface ChainedEvent {
  readonly event: ItemEvent;
  readonly previous: string;
  readonly hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const chainStart = (itemId: string): string => sha256(`item:${itemId}`);

export function chain(itemId: string, head: string | null, events: readonly ItemEvent[]): ChainedEvent[] {
  let previous = head ?? chainStart(itemId);
  return events.map((event) => {
    const link = { event, previous, hash: sha256(`${previous}\n${canonical(event)}`) };
    previous = link.hash;
    return link;
  });
}

/** The seq of the first fact that breaks the chain, or null when all of it holds. */
export function firstBreak(itemId: string, links: readonly ChainedEvent[]): number | null {
  const expected = chain(
    itemId,
    null,
    links.map(({ event }) => event),
  );
  const broken = links.findIndex((link, index) => {
    const right = expected[index];
    return link.event.seq !== index + 1 || link.previous !== right?.previous || link.hash !== right.hash;
  });
  return broken === -1 ? null : broken + 1;
}
