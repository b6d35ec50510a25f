/** The lease of a run on its item: taken with the next epoch, in the statement that reads what the run begins with. */
import { wholeItem } from './items.ts';
import type { Db } from './pool.ts';
import { refolded } from './refold.ts';
import { rulesOfRounds } from './rules.ts';
import type { Item } from '../core/item/item.ts';
import { nextWake } from '../core/item/ladder.ts';
import type { Lease } from '../core/item/lease.ts';
import type { Instant } from '../core/time.ts';

/** Of an item: greater than any before, even where an older copy of the ledger was put back. */
export const nextEpoch = `greatest(epoch + 1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;

/**
 * Items that do not exist, or were never dispatched, are left out: nobody may run them. The next wake, by which a missed
 * one is noticed, is written anew where it is not what the rules say.
 */
export async function takeLeases(db: Db, itemIds: readonly string[]): Promise<Lease[]> {
  const { rows } = await db.query<{ epoch: number; item: Item; nextWakeAt: Instant | null }>(
    `UPDATE item
     SET epoch = ${nextEpoch}
     WHERE id = ANY($1) AND projection ->> 'dispatchedAt' IS NOT NULL
     RETURNING epoch, ${wholeItem} AS item, next_wake_at AS "nextWakeAt"`,
    [itemIds],
  );
  const rules = await rulesOfRounds(db, [...new Set(rows.map(({ item }) => item.roundId))]);
  // A run that new code begins, begins with what that code makes of the facts.
  const items = await refolded(
    db,
    rows.map(({ item }) => item),
  );
  const leases = rows.map(({ epoch, item }, index) => ({
    epoch,
    item: items[index] ?? item,
    rules: rules.of(item.roundId),
  }));
  const wakes = leases.map((lease) => ({ id: lease.item.itemId, wake: nextWake(lease.item, lease.rules) }));
  await writeWakes(
    db,
    wakes.filter(({ wake }, index) => wake !== rows[index]?.nextWakeAt),
  );
  return leases;
}

async function writeWakes(db: Db, wakes: readonly { id: string; wake: Instant | null }[]): Promise<void> {
  if (wakes.length === 0) return;
  await db.query(
    `UPDATE item SET next_wake_at = given.wake
     FROM jsonb_to_recordset($1::jsonb) AS given (id text, wake timestamptz) WHERE item.id = given.id`,
    [JSON.stringify(wakes)],
  );
}
