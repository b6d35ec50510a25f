/**
 * Projections follow the code: the facts stay, and what is made of them changes with the code of `core/item/`. New code finds
 * no item in a shape that it does not know.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { factsOfItems } from './events.ts';
import { projected, wholeItem } from './items.ts';
import { onlyRow, type Db } from './pool.ts';
import { canonical } from '../core/canonical.ts';
import { itemFrom } from '../core/item/evolve.ts';
import type { Item } from '../core/item/item.ts';

const pageSize = 250;

/** All items, where the code that folds them has changed since the last time. @returns how many had another shape */
export async function refoldAll(db: Db): Promise<number> {
  const fold = await foldOfCode();
  if ((await foldOfLedger(db)) === fold) return 0;
  let changed = 0;
  for (let afterId = ''; ;) {
    const { rows } = await db.query<{ id: string; item: Item }>(
      `SELECT id, ${wholeItem} AS item FROM item WHERE id > $1 ORDER BY id LIMIT $2`,
      [afterId, pageSize],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    const items = rows.map(({ item }) => item);
    const folded = await refolded(db, items);
    changed += folded.filter((item, index) => item !== items[index]).length;
    afterId = last.id;
  }
  // Kept with the table itself: a copy of the ledger that is put back brings its own.
  await db.query(`COMMENT ON TABLE item IS '${fold}'`);
  return changed;
}

/** These items as today's code makes them of their facts, in the same order; written where that is not what was there. */
export async function refolded(db: Db, items: readonly Item[]): Promise<readonly Item[]> {
  const facts = await factsOfItems(
    db,
    items.map(({ itemId }) => itemId),
  );
  const folded = items.map((item) => {
    const events = facts.get(item.itemId) ?? [];
    // A fact that came since the item was read belongs to the next commit.
    const fresh = itemFrom(
      item.roundId,
      item.itemId,
      events.filter(({ seq }) => seq <= item.seq),
    );
    return canonical(fresh) === canonical(item) ? item : fresh;
  });
  const changed = folded.filter((item, index) => item !== items[index]);
  if (changed.length > 0)
    await db.query(
      `UPDATE item SET projection = fresh.item FROM jsonb_to_recordset($1::jsonb) AS fresh (item jsonb)
       WHERE item.id = fresh.item ->> 'itemId' AND item.seq = (fresh.item ->> 'seq')::integer`,
      [JSON.stringify(changed.map((item) => ({ item: projected(item) })))],
    );
  return folded;
}

async function foldOfCode(): Promise<string> {
  const hash = createHash('sha256');
  const folder = new URL('../core/item/', import.meta.url);
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(new URL(name, folder)));
  return hash.digest('hex').slice(0, 16);
}

async function foldOfLedger(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ fold: string | null }>(`SELECT obj_description('item'::regclass) AS fold`);
  return onlyRow(rows).fold;
}
