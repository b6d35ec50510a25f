/** Items as a comparison with their runs needs them, page by page. */
import type { Db } from './pool.ts';
import type { LedgerSide } from '../core/item/soundness.ts';

export interface LedgerItem extends LedgerSide {
  readonly itemId: string;
  readonly roundId: string;
}

const columns = `item.id AS "itemId", item.round_id AS "roundId", item.state, item.seq, item.epoch,
  item.next_wake_at AS "nextWakeAt"`;

/** Dispatched items of launched rounds that are not finished, by id. A round that is being launched begins its own. */
export async function itemsUnderWay(db: Db, afterId: string, limit: number): Promise<LedgerItem[]> {
  const { rows } = await db.query<LedgerItem>(
    `SELECT ${columns} FROM item JOIN round ON round.id = item.round_id
     WHERE item.id > $1 AND round.state IN ('running', 'completed') AND item.epoch > 0
       AND item.state NOT IN ('closed', 'cancelled')
     ORDER BY item.id LIMIT $2`,
    [afterId, limit],
  );
  return rows;
}

/** These items whatever their state; what the ledger does not have is left out. */
export async function itemsForComparison(db: Db, itemIds: readonly string[]): Promise<LedgerItem[]> {
  const { rows } = await db.query<LedgerItem>(`SELECT ${columns} FROM item WHERE item.id = ANY($1)`, [itemIds]);
  return rows;
}

/** Items under way that may begin anew, by id: where a run knows more than the ledger, a person must look first. */
export async function itemsToRenew(db: Db, afterId: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT item.id FROM item JOIN round ON round.id = item.round_id
     WHERE item.id > $1 AND round.state IN ('running', 'completed') AND item.epoch > 0
       AND item.state NOT IN ('closed', 'cancelled')
       AND NOT EXISTS (
         SELECT FROM fault WHERE item_id = item.id AND kind = 'ledgerBehind' AND mended_at IS NULL)
     ORDER BY item.id LIMIT $2`,
    [afterId, limit],
  );
  return rows.map(({ id }) => id);
}
