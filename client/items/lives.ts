/** The items of a round, each with all that has happened to it. */
import { pagesOf } from '../pages.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { factsOfItems } from '../../db/events.ts';
import { printedItems, type ItemRecord } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';

interface Life {
  /** As printed, without what has become of it. */
  readonly printed: Omit<ItemRecord, 'item'>;
  readonly facts: readonly ItemEvent[];
}

const pageSize = 250;

/** In the order of the document, page by page. @param unitId of this unit alone; null for all */
export async function* livesOfRound(db: Db, roundId: string, unitId: string | null): AsyncGenerator<Life> {
  const pages = pagesOf(
    0,
    (after) => printedItems(db, roundId, unitId, after, pageSize),
    ({ position }) => position,
  );
  for await (const page of pages) {
    const facts = await factsOfItems(
      db,
      page.map(({ id }) => id),
    );
    for (const printed of page) yield { printed, facts: facts.get(printed.id) ?? [] };
  }
}
