import { describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';
import type { Item } from '../../core/item/item.ts';
import { withConnection } from '../../db/pool.ts';
import { wholeItem } from '../../db/items.ts';
import { refoldAll } from '../../db/refold.ts';
import { takeLeases } from '../../db/lease.ts';

const ledger = useLedger();

const projections = async (): Promise<Item[]> => {
  const { rows } = await ledger.current.pool.query<{ item: Item }>(`SELECT ${wholeItem} AS item FROM item ORDER BY id`);
  return rows.map(({ item }) => item);
};

/** As code that did not know of this yet would have left it. */
const older = (): Promise<unknown> =>
  ledger.current.pool.query(`UPDATE item SET projection = projection - 'assignedAt' - 'extensionRefusals'`);

const asOwner = <Result>(work: Parameters<typeof withConnection<Result>>[1]) =>
  withConnection(ledger.current.url, work);

describe('items in the shape of older code', () => {
  test('are folded anew by a migration, finished ones too, once', async () => {
    await tellRound(ledger.current.pool, [inState('closed'), inState('planned')]);
    const right = await projections();
    expect(await asOwner(refoldAll)).toBe(0);
    await older();
    // The same code: nothing has changed since, so nobody looks.
    expect(await asOwner(refoldAll)).toBe(0);
    await asOwner((db) => db.query(`COMMENT ON TABLE item IS 'older'`));
    expect(await asOwner(refoldAll)).toBe(2);
    expect(await projections()).toEqual(right);
    expect(await asOwner(refoldAll)).toBe(0);
  });

  test('are what the next run begins with, in the shape of today', async () => {
    const right = await projections();
    await older();
    const ids = right.map(({ itemId }) => itemId);
    const leases = await takeLeases(ledger.current.pool, ids);
    expect(leases.map(({ item }) => item)).toEqual(expect.arrayContaining(right));
    expect(await projections()).toEqual(right);
  });
});
