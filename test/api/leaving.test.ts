/** Whoever leaves is out at once, everywhere, and what they held is shown. */
import { beforeEach, expect, test } from 'vitest';
import { password, useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { actor, cast } from '../support/cast.ts';
import { inState, Story } from '../support/story.ts';
import { act } from '../../client/items/acts.ts';
import { resolveAddressee } from '../../db/ledger.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
beforeEach(() => house.forgetSessions());

const post = async (url: string, payload: object = {}) => {
  const { statusCode: status, body } = await house.as(cast.zhao, { method: 'POST', url, payload });
  return { status, body: (body === '' ? {} : JSON.parse(body)) as Record<string, unknown> };
};
const leave = (id: string) => post(`/api/people/${id}/leave`);
const comeBack = (id: string) => post(`/api/people/${id}/come-back`);
const signIn = (email: string) => house.as(null, { method: 'POST', url: '/api/session', payload: { email, password } });

test('sessions end, and no new one begins until the person is back', async () => {
  const signed = await signIn(cast.wang.email);
  const cookie = `rectify_session=${signed.cookies[0]?.value ?? ''}`;
  expect(await leave('wang')).toMatchObject({ status: 200, body: { id: 'wang', hasLeft: true } });
  expect((await house.api.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
  expect((await signIn(cast.wang.email)).json()).toMatchObject({ code: 'wrongCredentials' });
  expect(await leave('wang')).toMatchObject({ status: 200 });
  expect(await post('/api/people/wang/password', { password: 'four words of my own' })).toMatchObject({
    status: 409,
    body: { code: 'hasLeft' },
  });
  await comeBack('wang');
  expect((await signIn(cast.wang.email)).statusCode).toBe(200);
  const kinds = (await recordEventsOf(house.context.pool, 'wang')).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'personLeft' || kind === 'personReturned')).toEqual([
    'personLeft',
    'personReturned',
  ]);
});

test('nothing is given to them, no mail is meant for them', async () => {
  const draft = await tellRound(house.context.pool, [new Story()], { state: 'draft' });
  const running = await tellRound(house.context.pool, [inState('inProgress')]);
  await leave('wang');
  const assignment = { itemId: draft.itemIds[0], unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };
  const { body } = await post(`/api/rounds/${draft.roundId}/assignments`, { assignments: [assignment] });
  expect(body).toMatchObject({ code: 'assignmentFaults', facts: { faults: [{ problem: 'handlerHasLeft' }] } });
  const ties = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang', application: null };
  // Nobody's clock runs unheard: whoever can name another hears instead.
  expect(await resolveAddressee(house.context.pool, ties, 'handler', null)).toEqual(['zhao']);
  expect(await resolveAddressee(house.context.pool, ties, 'leadLeader', null)).toEqual(['zhang']);
  const measures = [{ text: '建立台账并逐项登记', dueOn: '2026-03-02', ownerId: 'wang' }];
  const plan = {
    type: 'submitPlan',
    actor: actor(cast.lin),
    commandId: 'plan-0001',
    rootCause: '制度不健全',
    measures,
  };
  await expect(act(house.context, running.itemIds[0] ?? '', plan as never)).rejects.toMatchObject({
    refusal: { code: 'unknownOwners', given: ['wang'] },
  });
  await comeBack('wang');
});

test('what they hold waits for somebody else, and is shown', async () => {
  const { itemIds } = await tellRound(house.context.pool, [inState('inProgress'), inState('closed')]);
  const held = async (id: string) =>
    (await house.as(cast.zhao, { url: `/api/people/${id}/holdings` })).json<{
      items: { id: string; as: string[] }[];
      units: object[];
    }>();
  const handled = await held('wang');
  expect(handled.items).toContainEqual(expect.objectContaining({ id: itemIds[0], as: ['handler', 'owner'] }));
  expect(handled.items.map(({ id }) => id)).not.toContain(itemIds[1]);
  expect((await held('zhang')).items).toContainEqual(expect.objectContaining({ id: itemIds[0], as: ['leadLeader'] }));
  expect((await held('lin')).units).toEqual([{ id: 'finance', name: '财务科' }]);
});

test('the last admin stays', async () => {
  expect(await leave('zhao')).toMatchObject({ status: 409, body: { code: 'lastAdmin' } });
});
