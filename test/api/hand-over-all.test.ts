/** All that somebody holds, at once: looked at before, done in one press, taken up again where it broke off. */
import { beforeEach, describe, expect, test } from 'vitest';
import { obeyAtOnce } from '../client/at-once.ts';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { asAdmin } from '../support/ledger.ts';
import { inState, launched, Story } from '../support/story.ts';
import type { HandedOver, Holdings } from '../../api/contract.ts';
import { eventsOf } from '../../db/events.ts';
import { readUnit } from '../../db/people.ts';

const house = useApi();
beforeEach(() => obeyAtOnce(house.context));

const reason = '王小明同志已调任其他单位。';
let presses = 0;

interface Asked {
  readonly commandId?: string;
  readonly moves?: readonly { readonly itemId: string; readonly as: readonly string[]; readonly toId: string }[];
  readonly units?: readonly { readonly unitId: string; readonly toId: string }[];
}

const send = async (path: string, fromId: string, asked: Asked) => {
  const url = `/api/people/${fromId}/${path}`;
  const payload = { commandId: `press-${(presses += 1)}-0001`, reason, moves: [], units: [], ...asked };
  const response = await house.as(cast.zhao, { method: 'POST', url, payload });
  return { status: response.statusCode, body: response.json<HandedOver>() };
};
const preview = (fromId: string, asked: Asked) => send('hand-over/preview', fromId, asked);
const press = (fromId: string, asked: Asked) => send('hand-over', fromId, asked);

const held = async (id: string): Promise<Holdings> =>
  (await house.as(cast.zhao, { url: `/api/people/${id}/holdings` })).json<Holdings>();

const handOversOf = async (itemId: string) =>
  (await eventsOf(house.context.pool, itemId)).flatMap(({ event }) => (event.type === 'handedOver' ? [event] : []));

const tell = async (stories: readonly Story[], state: 'running' | 'draft' = 'running') => [
  ...(await tellRound(house.context.pool, stories, { state })).itemIds,
];

const both = ['handler', 'owner'];
const toLin = (itemIds: readonly string[]) => itemIds.map((itemId) => ({ itemId, as: both, toId: 'lin' }));
const refusals = ({ items }: HandedOver) => items.map(({ refusal }) => refusal?.code ?? null);

test('what a person holds is told with as what, in every open state, and nothing of what its unit gave back', async () => {
  const returned = launched().act('signFor').act('submitPlan').act('returnPlan').act('disown');
  const [first, given, led] = await tell([inState('inProgress'), returned, inState('planned')]);
  const { items } = await held('wang');
  expect(items).toContainEqual(
    expect.objectContaining({ id: first, as: both, unitId: 'finance', state: 'inProgress' }),
  );
  expect(items.map(({ id }) => id)).not.toContain(given);
  expect((await held('zhang')).items).toContainEqual(expect.objectContaining({ id: led, as: ['leadLeader'] }));
});

describe('a hand-over of several items', () => {
  test('is shown before: which, as what, to whom, how many mails, what is refused; and writes nothing', async () => {
    const [one = '', other = '', draft = ''] = [
      ...(await tell([inState('inProgress'), inState('submitted')])),
      ...(await tell([new Story().act('assign')], 'draft')),
    ];
    const moves = [
      ...toLin([one]),
      { itemId: other, as: both, toId: 'gao' },
      { itemId: draft, as: ['handler'], toId: 'lin' },
    ];
    const { status, body } = await preview('wang', { moves });
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { itemId: one, number: '1.1', as: both, toId: 'lin', refusal: null },
      { itemId: other, toId: 'gao', refusal: { code: 'assignmentFaults' } },
      { itemId: draft, toId: 'lin', refusal: null },
    ]);
    expect(body.mails).toBe(1);
    for (const itemId of [one, other]) expect(await handOversOf(itemId)).toEqual([]);
    expect((await held('wang')).items.map(({ id }) => id)).toEqual(expect.arrayContaining([one, other, draft]));
  });

  test('does each item by itself: a refusal is named with its reason, and the others are done', async () => {
    const [planned = '', done = ''] = await tell([inState('planned'), inState('submitted')]);
    const as = ['leadLeader'];
    const moves = [
      { itemId: planned, as, toId: 'lin' },
      { itemId: done, as, toId: 'chen' },
    ];
    const { body } = await press('zhang', { moves });
    expect(refusals(body)).toEqual(['assignmentFaults', null]);
    expect(body.items[0]?.refusal?.message).toContain('“lin”');
    expect(await handOversOf(planned)).toEqual([]);
    const again = await press('zhang', { moves });
    expect(refusals(again.body)).toEqual(['assignmentFaults', 'notBound']);
    expect(again.body.items[1]?.refusal?.message).toContain('张立不是此事项的牵头领导');
    expect(await handOversOf(done)).toMatchObject([{ fromId: 'zhang', toId: 'chen', reason, by: 'zhao' }]);
  });

  test('pressed twice, or again after a breakdown, does everything once', async () => {
    const itemIds = await tell(Array.from({ length: 12 }, () => inState('inProgress')));
    const { temporal } = house.context;
    const asked = { commandId: 'one-press-for-all', moves: toLin(itemIds) };
    const { sendCommand } = temporal;
    let sent = 0;
    temporal.sendCommand = (...given) => {
      if ((sent += 1) > 9) throw Object.assign(new Error('no line'), { code: 'ECONNREFUSED' });
      return sendCommand(...given);
    };
    expect(await press('wang', asked)).toMatchObject({ status: 503, body: { code: 'partAway' } });
    const facts = async () => (await Promise.all(itemIds.map(handOversOf))).map(({ length }) => length);
    const afterBreakdown = await facts();
    expect(new Set(afterBreakdown)).toEqual(new Set([0, 1]));

    temporal.sendCommand = sendCommand;
    const second = await press('wang', asked);
    expect(refusals(second.body)).toEqual(itemIds.map(() => null));
    expect(await press('wang', asked)).toEqual(second);
    expect(await facts()).toEqual(itemIds.map(() => 1));
  });

  test('gives one item to two people, each their part', async () => {
    const [itemId = ''] = await tell([inState('inProgress')]);
    const moves = [
      { itemId, as: ['handler'], toId: 'lin' },
      { itemId, as: ['owner'], toId: 'gao' },
    ];
    expect(refusals((await press('wang', { moves })).body)).toEqual([null, null]);
    expect((await handOversOf(itemId)).map(({ as, toId }) => [...as, toId]).sort()).toEqual([
      ['handler', 'lin'],
      ['owner', 'gao'],
    ]);
  });

  test('assigns a draft anew, with no mail', async () => {
    const [itemId = ''] = await tell([new Story().act('assign')], 'draft');
    const asked = { commandId: 'draft-press-1', moves: [{ itemId, as: ['handler'], toId: 'lin' }] };
    const { body } = await press('wang', asked);
    expect(body).toMatchObject({ items: [{ itemId, refusal: null }], mails: 0 });
    expect(await press('wang', asked)).toMatchObject({ body });
    const assigned = (await eventsOf(house.context.pool, itemId)).filter(({ event }) => event.type === 'assigned');
    expect(assigned).toHaveLength(2);
    expect(assigned[1]?.event).toMatchObject({ handlerId: 'lin', leadLeaderId: 'zhang' });
    const strange = await press('wang', { moves: [{ itemId, as: ['leadLeader'], toId: 'chen' }] });
    expect(refusals(strange.body)).toEqual(['notBound']);
  });

  test('counts one mail for each successor, and none for whoever presses', async () => {
    const itemIds = await tell([inState('inProgress'), inState('inProgress'), inState('inProgress')]);
    const [one = '', two = '', three = ''] = itemIds;
    const moves = [
      ...toLin([one, two]),
      { itemId: three, as: ['owner'], toId: 'gao' },
      { itemId: three, as: ['handler'], toId: 'zhao' },
    ];
    const { body } = await preview('wang', { moves });
    expect(body.mails).toBe(2);
    const own = await preview('wang', { moves: [{ itemId: one, as: ['owner'], toId: 'zhao' }] });
    expect(own.body).toMatchObject({ items: [{ refusal: null }], mails: 0 });
  });

  test('of an item that is not there does nothing at all', async () => {
    const [itemId = ''] = await tell([inState('inProgress')]);
    expect(await press('wang', { moves: toLin([itemId, 'r-none-01']) })).toMatchObject({ status: 404 });
    expect(await handOversOf(itemId)).toEqual([]);
  });
});

test('another becomes liaison of the unit, once, and only from whoever it was', async () => {
  const units = [{ unitId: 'finance', toId: 'wang' }];
  expect((await preview('lin', { units })).body.units).toMatchObject([{ name: '财务科', refusal: null }]);
  expect(await readUnit(house.context.pool, 'finance')).toMatchObject({ liaisonId: 'lin' });
  expect((await press('gao', { units })).body.units).toMatchObject([{ refusal: { code: 'notLiaison' } }]);
  for (let times = 0; times < 2; times += 1)
    expect((await press('lin', { units })).body.units).toMatchObject([{ refusal: null }]);
  expect(await readUnit(house.context.pool, 'finance')).toMatchObject({ liaisonId: 'wang' });
  await press('wang', { units: [{ unitId: 'finance', toId: 'lin' }] });
});

describe('whoever is moved by an edit', () => {
  const edit = async (id: string, payload: object) => {
    const response = await house.as(cast.zhao, { method: 'PATCH', url: `/api/people/${id}`, payload });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  };

  test.each([
    ['wang', { unitId: 'works' }, 'handler'],
    ['wang', { roles: ['supervisor'] }, 'handler'],
    ['zhang', { roles: ['admin'] }, 'leadLeader'],
  ])('%s to %o holds nothing unnoticed', async (id, payload, as) => {
    const [itemId] = await tell([inState('planned')]);
    const { status, body } = await edit(id, payload);
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'stillHolds' } });
    expect((body['facts'] as { items: object[] }).items).toContainEqual({ itemId, number: '1.1', as });
  });

  test('may be changed in everything that has nothing to do with it', async () => {
    expect(await edit('wang', { phone: '0871-6555 0102', roles: ['staff', 'supervisor'] })).toMatchObject({
      status: 200,
    });
    expect(await edit('zhang', { unitId: 'inspection' })).toMatchObject({ status: 200 });
    expect(await edit('zhang', { unitId: 'bureau' })).toMatchObject({ status: 200 });
  });

  test('may be changed where they could not hold it before either', async () => {
    await tell([inState('planned')]);
    const rolesOf = (roles: string) =>
      asAdmin(house.context.pool, `UPDATE person SET roles = '${roles}' WHERE id = 'zhang'`);
    await rolesOf('{staff}');
    expect(await edit('zhang', { phone: '0871-6555 0103' })).toMatchObject({ status: 200 });
    await rolesOf('{supervisor}');
  });

  test('moves once all of it is handed over, and an owner keeps the measures', async () => {
    const { items } = await held('wang');
    const moves = items.flatMap(({ id: itemId, as }) =>
      as.includes('handler') ? [{ itemId, as: ['handler'], toId: 'lin' }] : [],
    );
    expect(new Set(refusals((await press('wang', { moves })).body))).toEqual(new Set([null]));
    expect((await held('wang')).items.every(({ as }) => as.every((one) => one === 'owner'))).toBe(true);
    expect(await edit('wang', { unitId: 'works' })).toMatchObject({ status: 200 });
    expect(await edit('wang', { unitId: 'finance', roles: ['staff'] })).toMatchObject({ status: 200 });
  });
});
