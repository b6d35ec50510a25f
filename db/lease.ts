/** The lease of a run on its item: taken with the next epoch, in the statement that reads what the run begins with. */
import type { Db } from './pool.ts';
import { rulesOfRounds } from './rules.ts';
import type { Item } from '../core/item/item.ts';
import type { Lease } from '../core/item/lease.ts';

/** Items that do not exist, or were never dispatched, are left out: nobody may run them. */
export async function takeLeases(db: Db, itemIds: readonly string[]): Promise<Lease[]> {
  const { rows } = await db.query<{ epoch: number; item: Item }>(
    `UPDATE item
     SET epoch = greatest(epoch + 1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
     WHERE id = ANY($1) AND projection ->> 'dispatchedAt' IS NOT NULL
     RETURNING epoch, projection AS item`,
    [itemIds],
  );
  const rules = await rulesOfRounds(db, [...new Set(rows.map(({ item }) => item.roundId))]);
  return rows.map(({ epoch, item }) => ({ epoch, item, rules: rules.of(item.roundId) }));
}
