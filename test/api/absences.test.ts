/** Who is away, who stands in, and what the ledger lets them see and do: by its own record, whatever the request says. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { obeyAtOnce } from '../client/at-once.ts';
import { startOfTests, useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { asAdmin } from '../support/ledger.ts';
import { inState, launched, type Story } from '../support/story.ts';
import { multipart } from '../support/upload.ts';
import type { Absence, ListedAbsence } from '../../api/contract-absences.ts';
import { addDays, localDate } from '../../core/time.ts';
import { eventsOf } from '../../db/events.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
const today = localDate(startOfTests);
const reason = '赴省里参加培训';
const days = { from: today, to: addDays(today, 4) };
let presses = 0;

beforeEach(() => obeyAtOnce(house.context));
afterEach(async () => {
  house.context.clock = startOfTests;
  for (const { id } of await listed(cast.zhao)) await end(cast.zhao, id);
});

const enter = async (
  who: CastMember,
  body: Partial<Record<'personId' | 'substituteId' | 'from' | 'to' | 'reason', string>>,
) => {
  const payload = { ...days, reason, ...body };
  const response = await house.as(who, { method: 'POST', url: '/api/absences', payload });
  return { status: response.statusCode, body: response.json<Absence & { code?: string; facts?: unknown }>() };
};
const end = async (who: CastMember, id: string) => {
  const response = await house.as(who, { method: 'POST', url: `/api/absences/${id}/end` });
  return { status: response.statusCode, body: response.json<Absence & { code?: string }>() };
};
const listed = async (who: CastMember) => (await house.as(who, { url: '/api/absences' })).json<ListedAbsence[]>();
const told = async (...stories: readonly Story[]) => (await tellRound(house.context.pool, stories)).itemIds;
const press = async (who: CastMember, itemId: string, act: string, fields: object, forId?: string) => {
  const payload = { ...fields, commandId: `standing-in-${(presses += 1)}` };
  const query = forId === undefined ? '' : `?for=${forId}`;
  const response = await house.as(who, { method: 'POST', url: `/api/items/${itemId}/acts/${act}${query}`, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};
const report = { text: '已完成资产登记。' };
const seen = async (who: CastMember, url: string) => (await house.as(who, { url })).statusCode;
const idsIn = async (who: CastMember, query: string) =>
  (await house.as(who, { url: `/api/items?${query}&limit=200` }))
    .json<{ items: { id: string }[] }>()
    .items.map(({ id }) => id);

describe('an absence', () => {
  test('is entered for oneself, or by an admin for others, as a fact; and each sees those they are part of', async () => {
    const own = await enter(cast.wang, { substituteId: 'gao' });
    expect(own).toMatchObject({ status: 201, body: { personId: 'wang', substituteId: 'gao', enteredBy: 'wang' } });
    expect(await enter(cast.wang, { personId: 'lin', substituteId: 'gao' })).toMatchObject({ status: 403 });
    const other = await enter(cast.zhao, { personId: 'zhang', substituteId: 'chen' });
    expect(other).toMatchObject({ status: 201, body: { enteredBy: 'zhao' } });
    expect(await recordEventsOf(house.context.pool, own.body.id)).toMatchObject([
      { kind: 'absenceEntered', by: 'wang', data: { personId: 'wang', substituteId: 'gao', ...days, reason } },
    ]);
    for (const who of [cast.wang, cast.gao])
      expect(await listed(who)).toMatchObject([{ id: own.body.id, isInForce: true, isSubstituteAway: false }]);
    expect(await listed(cast.lin)).toEqual([]);
    expect((await listed(cast.zhao)).map(({ id }) => id)).toEqual([own.body.id, other.body.id].sort());
  });

  test.each([
    ['a day that is over', { from: addDays(today, -1) }, 'dateNotLater'],
    ['an end before its beginning', { to: addDays(today, -1) }, 'dateNotLater'],
    ['more than half a year', { to: addDays(today, 183) }, 'dateTooLate'],
    ['no such day', { to: '2026-02-30' }, 'badInput'],
    ['a reason of a word', { reason: '培训' }, 'textTooShort'],
    ['nobody', { substituteId: 'nobody' }, 'notFound'],
    ['oneself', { substituteId: 'wang' }, 'substituteUnfit'],
  ])('with %s is refused', async (_, body, code) => {
    expect(await enter(cast.wang, { substituteId: 'gao', ...body })).toMatchObject({ body: { code } });
    expect(await listed(cast.wang)).toEqual([]);
  });

  test('does not overlap another of the same person; the day after fits, and so do days whose absence was ended', async () => {
    const first = await enter(cast.wang, { substituteId: 'lin' });
    const overlapping = await enter(cast.wang, { substituteId: 'gao', from: days.to, to: addDays(today, 9) });
    expect(overlapping).toMatchObject({
      status: 409,
      body: { code: 'absenceOverlaps', facts: { ...days, name: '王小明' } },
    });
    const next = { from: addDays(today, 5), to: addDays(today, 9) };
    expect(await enter(cast.wang, { substituteId: 'gao', ...next })).toMatchObject({ status: 201 });
    await end(cast.wang, first.body.id);
    expect(await enter(cast.wang, { substituteId: 'gao' })).toMatchObject({ status: 201 });
  });

  test('is not given to somebody who is away in these days, and an admin sees who went away later', async () => {
    await enter(cast.lin, { substituteId: 'gao' });
    expect(await enter(cast.wang, { substituteId: 'lin', from: days.to })).toMatchObject({
      body: { code: 'substituteUnfit', facts: { because: 'away' } },
    });
    const given = await enter(cast.zhang, { substituteId: 'chen' });
    await enter(cast.chen, { substituteId: 'zhao' });
    const [one] = (await listed(cast.zhao)).filter(({ id }) => id === given.body.id);
    expect(one).toMatchObject({ isSubstituteAway: true });
  });

  test('is ended early by its person or an admin, once, and not when it is over', async () => {
    const { body } = await enter(cast.wang, { substituteId: 'gao' });
    expect(await end(cast.gao, body.id)).toMatchObject({ status: 404 });
    const ended = await end(cast.wang, body.id);
    expect(ended).toMatchObject({ status: 200, body: { endedAt: startOfTests } });
    expect(await end(cast.zhao, body.id)).toEqual(ended);
    expect(await listed(cast.wang)).toEqual([]);
    const over = await enter(cast.wang, { substituteId: 'gao' });
    house.context.clock = `${addDays(days.to, 1)}T02:00:00.000Z`;
    house.forgetSessions();
    expect(await end(cast.wang, over.body.id)).toMatchObject({ status: 409, body: { code: 'absenceOver' } });
    house.forgetSessions();
  });
});

describe('while it lasts, its substitute', () => {
  test('sees in the other’s place the items in which that person has a post, and nothing else of the unit', async () => {
    const ofLin = launched().act('handOver', { as: ['handler'], fromId: 'wang', toId: 'lin' });
    const [held = '', other = ''] = await told(inState('inProgress'), ofLin);
    await enter(cast.wang, { substituteId: 'gao' });
    expect(await seen(cast.gao, `/api/items/${held}`)).toBe(404);
    expect(await seen(cast.gao, `/api/items/${held}?for=wang`)).toBe(200);
    expect(await seen(cast.gao, `/api/items/${held}/explanation?for=wang`)).toBe(200);
    expect(await seen(cast.gao, `/api/items/${other}?for=wang`)).toBe(404);
    const all = await idsIn(cast.gao, 'for=wang');
    expect(all).toContain(held);
    expect(all).not.toContain(other);
    expect(await idsIn(cast.gao, 'for=wang&mine=true')).toContain(held);
    expect(await idsIn(cast.gao, 'mine=true')).not.toContain(held);
    expect(await idsIn(cast.wang, 'mine=true')).toContain(held);
  });

  test('acts under both names, hands in files, and is shown what they may do', async () => {
    const [itemId = ''] = await told(inState('inProgress'));
    await enter(cast.wang, { substituteId: 'gao' });
    const detail = (await house.as(cast.gao, { url: `/api/items/${itemId}?for=wang` })).json<{ acts: string[] }>();
    expect(detail.acts).toContain('reportProgress');
    expect(await press(cast.gao, itemId, 'report-progress', report, 'wang')).toMatchObject({ status: 200 });
    const url = `/api/items/${itemId}/evidence-files`;
    const file = multipart([{ name: '盘点表.txt', bytes: Buffer.from('资产盘点表') }]);
    expect((await house.as(cast.gao, { method: 'POST', url, ...file })).statusCode).toBe(404);
    const stored = await house.as(cast.gao, { method: 'POST', url: `${url}?for=wang`, ...file });
    expect(stored.statusCode).toBe(201);
    const evidenceId = stored.json<{ id: string }>().id;
    const handed = await press(cast.gao, itemId, 'add-evidence', { evidenceId, measureIds: ['m1'] }, 'wang');
    expect(handed).toMatchObject({ status: 200 });
    expect(await seen(cast.gao, `/api/evidence/${evidenceId}?item=${itemId}&for=wang`)).toBe(200);
    const facts = (await eventsOf(house.context.pool, itemId)).slice(-2).map(({ event }) => event);
    expect(facts).toMatchObject([
      { by: 'gao', forId: 'wang' },
      { by: 'gao', forId: 'wang' },
    ]);
  });

  test('passes no place on, and is no admin in an admin’s place', async () => {
    const [itemId = ''] = await told(inState('inProgress'));
    await enter(cast.wang, { substituteId: 'lin', from: addDays(today, 1) });
    await enter(cast.lin, { substituteId: 'gao', to: addDays(today, 0) });
    expect(await press(cast.gao, itemId, 'report-progress', report, 'wang')).toMatchObject({
      status: 403,
      body: { code: 'notStandingIn' },
    });
    await enter(cast.zhao, { substituteId: 'li' });
    const cancelled = await press(cast.li, itemId, 'cancel', { reason: '此事项并入其他事项一并整改。' }, 'zhao');
    expect(cancelled).toMatchObject({ status: 403, body: { code: 'notYours' } });
  });

  test('decides in the place of the office, and never what the two have handed in or passed', async () => {
    const [itemId = ''] = await told(inState('submitted'));
    await enter(cast.zhang, { substituteId: 'chen' });
    expect(await press(cast.chen, itemId, 'endorse', { opinion: '同意' }, 'zhang')).toMatchObject({ status: 200 });
    await enter(cast.li, { substituteId: 'zhao' });
    const closed = await press(cast.zhao, itemId, 'approve-closure', { opinion: '同意' }, 'li');
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
  });
});

describe('nobody stands in', () => {
  const refused = { status: 403, body: { code: 'notStandingIn', facts: { personId: 'wang' } } };

  test.each([
    ['before the first day', -1],
    ['after the last', 5],
  ])('%s', async (_, offset) => {
    const [itemId = ''] = await told(inState('inProgress'));
    const start = addDays(today, 1);
    await enter(cast.wang, { substituteId: 'gao', from: start, to: addDays(start, 4) });
    house.context.clock = `${addDays(start, offset)}T02:00:00.000Z`;
    house.forgetSessions();
    expect(await press(cast.gao, itemId, 'report-progress', report, 'wang')).toMatchObject(refused);
    expect(await seen(cast.gao, `/api/items/${itemId}?for=wang`)).toBe(403);
    house.forgetSessions();
  });

  test('once it was ended, for another than the one named, or without one', async () => {
    const [itemId = ''] = await told(inState('inProgress'));
    const { body } = await enter(cast.wang, { substituteId: 'gao' });
    expect(await press(cast.lin, itemId, 'report-progress', report, 'wang')).toMatchObject(refused);
    await end(cast.wang, body.id);
    expect(await press(cast.gao, itemId, 'report-progress', report, 'wang')).toMatchObject(refused);
  });

  test('who has lost what it takes, or whose absent person has left', async () => {
    const { pool } = house.context;
    const [itemId = ''] = await told(inState('planned'));
    await enter(cast.zhang, { substituteId: 'chen' });
    const asked = () => press(cast.chen, itemId, 'approve-plan', {}, 'zhang');
    await asAdmin(pool, `UPDATE person SET roles = '{staff}' WHERE id = 'chen'`);
    expect(await asked()).toMatchObject({ status: 403, body: { code: 'notStandingIn' } });
    await asAdmin(pool, `UPDATE person SET roles = '{supervisor}' WHERE id = 'chen'`);
    await asAdmin(pool, `UPDATE person SET left_at = now() WHERE id = 'zhang'`);
    expect(await asked()).toMatchObject({ status: 403, body: { code: 'notStandingIn' } });
    await asAdmin(pool, `UPDATE person SET left_at = NULL WHERE id = 'zhang'`);
    expect(await asked()).toMatchObject({ status: 200 });
  });

  test('where it was ended between the look at the door and the commit: the reason is told, and nothing is written', async () => {
    const { context } = house;
    const [itemId = ''] = await told(inState('inProgress'));
    const { body } = await enter(cast.wang, { substituteId: 'gao' });
    const { sendCommand } = context.temporal;
    context.temporal.sendCommand = async (...sent) => {
      await end(cast.wang, body.id);
      return sendCommand(...sent);
    };
    expect(await press(cast.gao, itemId, 'report-progress', report, 'wang')).toMatchObject(refused);
    expect((await eventsOf(context.pool, itemId)).at(-1)?.event).not.toMatchObject({ by: 'gao' });
  });
});
