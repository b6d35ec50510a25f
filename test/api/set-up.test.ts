/** The first admin of an empty installation. */
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { adminUrlOf } from '../support/ledger.ts';
import { offerSetUp } from '../../client/people/account-links.ts';
import { withConnection } from '../../db/pool.ts';

const house = useApi();
beforeAll(async () => {
  // With the rights of the owner: the product deletes nobody.
  await withConnection(adminUrlOf(house.context.pool), async (owner) => {
    await owner.query('UPDATE unit SET liaison_id = NULL');
    await owner.query('DELETE FROM person');
  });
});

const given = { name: '何苗', email: 'he@yunling.example', password: 'four words of my own' };
const setUp = async (token: string, more: object = {}) => {
  const { statusCode: status, body } = await house.as(null, {
    method: 'POST',
    url: '/api/set-up',
    payload: { token, ...given, ...more },
  });
  return { status, body: JSON.parse(body) as Record<string, unknown> };
};

test('comes in by the link that the first start printed, once, as long as nobody is there', async () => {
  const [token, another] = [await offerSetUp(house.context), await offerSetUp(house.context)];
  expect(await setUp('guessed')).toMatchObject({ status: 404, body: { code: 'linkNotValid' } });
  expect(await setUp(token ?? '', { password: 'short' })).toMatchObject({ status: 422 });
  const read = await house.as(null, { method: 'POST', url: '/api/account-links/read', payload: { token } });
  expect(read.json()).toEqual({ kind: 'setUp', name: null, email: null });
  // Two at the same moment: one of them becomes the admin.
  const both = await Promise.all([setUp(token ?? ''), setUp(another ?? '', { email: 'other@yunling.example' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
  expect(both.find(({ status }) => status === 201)?.body).toMatchObject({ roles: ['admin'], hasLeft: false });
  expect(await offerSetUp(house.context)).toBeNull();
});
