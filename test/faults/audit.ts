/** What the ledger holds after faults, judged by its own facts. */
import { canonical } from '../../core/canonical.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { eventsOf } from '../../db/events.ts';
import { firstBreak } from '../../db/chain.ts';
import { readItem } from '../../db/items.ts';
import type { Pool } from '../../db/pool.ts';

export interface Acknowledged {
  readonly itemId: string;
  readonly commandId: string;
}

/** Of all kinds together. */
export const countOf = (found: Readonly<Record<string, number>>): number =>
  Object.values(found).reduce((sum, count) => sum + count, 0);

export interface Audit {
  readonly lost: number;
  readonly doubled: number;
  readonly astray: number;
}

/** Each act that was answered yes is there once; the projection is what the facts make; every chain holds. */
export async function audit(pool: Pool, itemIds: readonly string[], yes: readonly Acknowledged[]): Promise<Audit> {
  let [lost, doubled, astray] = [0, 0, 0];
  for (const itemId of itemIds) {
    const events = await eventsOf(pool, itemId);
    const facts = events.map(({ event }) => event);
    const known = facts.flatMap((fact) => ('commandId' in fact ? [fact.commandId] : []));
    doubled += known.length - new Set(known).size;
    lost += yes.filter((act) => act.itemId === itemId && !known.includes(act.commandId)).length;
    const item = (await readItem(pool, itemId))?.item;
    const folded = item === undefined ? null : itemFrom(item.roundId, itemId, facts);
    if (firstBreak(itemId, events) !== null || canonical(folded) !== canonical(item)) astray += 1;
  }
  return { lost, doubled, astray };
}
