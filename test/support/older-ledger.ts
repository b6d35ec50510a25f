/** A ledger put back from a copy of before, for one item. */
import { withConnection } from '../../db/pool.ts';

/** Does `change`, and then takes out of the ledger whatever that added: facts, mails, the state of the item. */
export async function forgotten(ownerUrl: string, itemId: string, change: () => Promise<unknown>): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ copy: unknown; seq: number }>(
      'SELECT to_jsonb(item) AS copy, seq FROM item WHERE id = $1',
      [itemId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`no item ${itemId}`);
    await change();
    await owner.query('DELETE FROM mail_line WHERE item_id = $1 AND seq > $2', [itemId, row.seq]);
    await owner.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
    await owner.query('DELETE FROM event WHERE item_id = $1 AND seq > $2', [itemId, row.seq]);
    await owner.query('ALTER TABLE event ENABLE TRIGGER event_append_only');
    await owner.query(
      `UPDATE item SET projection = copy.projection, seq = copy.seq, state = copy.state
       FROM jsonb_populate_record(NULL::item, $2) AS copy WHERE item.id = $1`,
      [itemId, JSON.stringify(row.copy)],
    );
  });
}
