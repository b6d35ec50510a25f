/** An item that is not as it was written is known in every list before anybody opens it, and until it is whole again. */
import { expect, test } from 'vitest';
import { useApi } from './support.ts';
import { tellRound } from './stories.ts';
import { cast } from '../support/cast.ts';
import { asAdmin } from '../support/ledger.ts';
import { inState } from '../support/story.ts';
import type { ItemDetail, ItemPage } from '../../api/contract.ts';
import { markBrokenItems } from '../../client/broken-items.ts';
import { faults } from '../../db/faults.ts';

const house = useApi();

test('an item that is changed behind the product’s back is marked in lists, and no other', async () => {
  const { pool } = house.context;
  const itemIds = [];
  for (const state of ['inProgress', 'closed', 'assigned'] as const)
    itemIds.push(...(await tellRound(pool, [inState(state)])).itemIds);
  // The tales of this ledger have no titles of their own.
  await asAdmin(
    pool,
    `UPDATE item SET title = (SELECT body ->> 'title' FROM event WHERE item_id = item.id AND seq = 1)`,
  );
  const [, closed = ''] = itemIds;
  const listed = async () => {
    const page = (await house.as(cast.wang, { url: '/api/items' })).json<ItemPage>();
    return page.items.filter(({ isBroken }) => isBroken).map(({ id }) => id);
  };
  const detail = async () => (await house.as(cast.wang, { url: `/api/items/${closed}` })).json<ItemDetail>();
  expect(await markBrokenItems(house.context)).toBe(0);
  expect(await listed()).toEqual([]);

  await asAdmin(pool, `UPDATE item SET due_on = due_on + 30 WHERE id = $1`, [closed]);
  expect(await markBrokenItems(house.context)).toBe(1);
  expect(await markBrokenItems(house.context)).toBe(1);
  expect(await listed()).toEqual([closed]);
  expect(await detail()).toMatchObject({ isBroken: true, chainVerified: true });
  expect((await faults(pool, 10)).filter(({ kind }) => kind === 'broken')).toMatchObject([
    { itemId: closed, details: { breach: 'item' }, mendedAt: null },
  ]);

  await asAdmin(pool, `UPDATE item SET due_on = due_on - 30 WHERE id = $1`, [closed]);
  expect(await markBrokenItems(house.context)).toBe(0);
  expect(await listed()).toEqual([]);
  expect(await detail()).toMatchObject({ isBroken: false });
});
