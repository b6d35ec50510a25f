/** A draft that is given up: gone from every page, with its facts and the reason in the ledger. */
import { expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { Story } from '../support/story.ts';
import type { ItemDetail, RoundPage } from '../../api/contract.ts';
import { eventsOf } from '../../db/events.ts';
import { firstBreak } from '../../db/chain.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
const toFinance = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };
const draft = () =>
  tellRound(house.context.pool, [new Story().act('assign', toFinance), new Story()], { state: 'draft' });
const discard = (id: string, reason: string) =>
  house.as(cast.zhao, { method: 'POST', url: `/api/rounds/${id}/discard`, payload: { reason } });
const listed = async () =>
  (await house.as(cast.zhao, { url: '/api/rounds' })).json<RoundPage>().rounds.map(({ id }) => id);

test('it is there no more, for anybody or anything', async () => {
  const [kept, { roundId, itemIds }] = [await draft(), await draft()];
  expect((await discard(roundId, '  ')).statusCode).toBe(400);
  expect((await discard(roundId, '导入的不是本轮的反馈文件，重新导入后再交办')).statusCode).toBe(204);
  expect(await listed()).toEqual([kept.roundId]);
  const read = (path: string) => house.as(cast.zhao, { url: `/api/rounds/${roundId}${path}` });
  for (const path of ['', '/source', '/sheets/ledger', '/bulletin?form=md'])
    expect({ path, status: (await read(path)).statusCode }).toEqual({ path, status: 404 });
  const changes = [
    house.as(cast.zhao, { method: 'PATCH', url: `/api/rounds/${roundId}`, payload: { title: '新' } }),
    house.as(cast.zhao, { method: 'POST', url: `/api/rounds/${roundId}/launch` }),
    discard(roundId, '再放弃一次，再放弃一次，再放弃一次'),
  ];
  for (const change of changes) expect((await change).statusCode).toBe(404);

  for (const id of itemIds) {
    const item = (await house.as(cast.zhao, { url: `/api/items/${id}` })).json<ItemDetail>();
    expect(item).toMatchObject({ state: 'cancelled', acts: [], chainVerified: true });
    const links = await eventsOf(house.context.pool, id);
    expect(links.at(-1)?.event).toMatchObject({
      type: 'cancelled',
      by: 'zhao',
      reason: '导入的不是本轮的反馈文件，重新导入后再交办',
    });
    expect(firstBreak(id, links)).toBeNull();
  }
  expect((await recordEventsOf(house.context.pool, roundId)).at(-1)).toMatchObject({
    kind: 'roundDiscarded',
    by: 'zhao',
    data: { reason: '导入的不是本轮的反馈文件，重新导入后再交办' },
  });
  const { rows } = await house.context.pool.query('SELECT FROM mail_line');
  expect(rows).toEqual([]);
});

test('a round that was launched is not given up', async () => {
  const { roundId } = await tellRound(house.context.pool, [new Story()]);
  expect((await discard(roundId, '这一轮不再需要，另行安排检查')).json()).toMatchObject({ code: 'roundNotDraft' });
  expect(await listed()).toContain(roundId);
});
