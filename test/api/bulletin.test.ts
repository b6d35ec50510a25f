/** The progress notice of a round, by its routes: what it tells whom, what was decided about it, and that each decision stays. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellDocument, tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState, launched } from '../support/story.ts';
import type { ItemDetail } from '../../api/contract-items.ts';
import type { BulletinDrafting } from '../../api/contract.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
let told: ToldRound;
const stories = () => [
  inState('inProgress').act('reportProgress', { text: '=2+5' }).act('reportProgress', { text: '=1+1' }),
  launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' }),
  inState('closed'),
  inState('interim'),
];

beforeAll(async () => {
  told = await tellRound(house.context.pool, stories());
  await tellDocument(house.context.pool, told.roundId, 4);
  house.context.clock = '2026-01-06T02:00:00.000Z';
});

const get = (who: CastMember, path: string) => house.as(who, { method: 'GET', url: encodeURI(path) });
const path = (query: string, roundId = told.roundId) => `/api/rounds/${roundId}/bulletin?${query}`;
const markdown = async (query = '') => (await get(cast.zhao, path(`form=md&${query}`))).body;

const drafting = async (who: CastMember = cast.zhao) =>
  (await get(who, `/api/rounds/${told.roundId}/bulletin/draft`)).json<BulletinDrafting>();

async function newest(index: number) {
  const { items } = await drafting();
  return items[index]?.versions.at(-1);
}

async function decide(index: number, decided: object, who: CastMember = cast.zhao) {
  const version = (await newest(index))?.version ?? 0;
  const url = `/api/rounds/${told.roundId}/bulletin/entries/${told.itemIds[index]}`;
  return house.as(who, { method: 'PUT', url, payload: { version, ...decided } });
}

async function approve(index: number, who: CastMember) {
  const version = (await newest(index))?.version ?? 0;
  const url = `/api/rounds/${told.roundId}/bulletin/entries/${told.itemIds[index]}/approve`;
  return house.as(who, { method: 'POST', url, payload: { version } });
}

const frame = (payload: object) =>
  house.as(cast.zhao, { method: 'PUT', url: `/api/rounds/${told.roundId}/bulletin/frame`, payload });

describe('the progress notice of a round', () => {
  test('is computed from the ledger, and says the same in each of its forms', async () => {
    const said = await markdown();
    expect(said).toContain('截至2026年1月6日，巡察反馈的4个问题，已完成整改1个，取得阶段性成效1个，正在整改2个。');
    expect(said).toContain('### （三）问题之3\n\n整改进展：资产已全部登记入账。该问题已完成整改。');
    // The newest report of the first; nothing was said of the second.
    expect(said).toContain('整改进展：=1+1。该问题正在整改，整改期限为2026年7月6日。');
    expect(said).toContain('### （二）问题之2\n\n整改进展：该问题正在整改，整改期限为2026年7月6日。');
    const html = await get(cast.li, path('form=html'));
    expect(html.headers['content-disposition']).toMatch(/^attachment; .*\.html$/);
    expect(html.body).toContain(`<h3 data-item="${told.itemIds[2]}">（三）问题之3</h3>`);
    const facts = new RegExp(`<span data-items="${told.itemIds[2]}" data-facts="\\d+">该问题已完成整改。</span>`);
    expect(html.body).toMatch(facts);
    expect(html.body).toContain(`<span data-items="${told.itemIds.join(' ')}">4个问题</span>`);
    const docx = unzipSync((await get(cast.li, path('form=docx'))).rawPayload);
    const document = docx['word/document.xml'];
    expect(document === undefined ? '' : strFromU8(document)).toContain('一、资产管理方面');
    expect((await get(cast.gao, path('form=md'))).statusCode).toBe(404);
  });

  test('tells of a past day what was so then, and nothing of a day to come', async () => {
    const said = await markdown('on=2026-01-05');
    expect(said).toContain('截至2026年1月5日，巡察反馈的4个问题');
    expect(said).toContain('\n\n2026年1月5日\n');
    const [first] = stories();
    const begun = first?.events[0]?.at.slice(0, 10);
    expect(begun).toBe('2026-01-05');
    const before = await get(cast.zhao, path('form=md&on=2026-01-04'));
    expect(before.json()).toMatchObject({ code: 'bulletinIncomplete' });
    const later = await get(cast.zhao, path('form=md&on=2026-01-07'));
    expect(later.json()).toMatchObject({ code: 'dayNotCome', facts: { given: '2026-01-07', today: '2026-01-06' } });
  });

  test('is refused where it would not add up, and names the items; before the launch there is none', async () => {
    const { pool } = house.context;
    const other = await tellRound(pool, stories());
    await tellDocument(pool, other.roundId, 5);
    const more = await get(cast.zhao, path('form=md', other.roundId));
    expect(more.statusCode).toBe(409);
    expect(more.json()).toMatchObject({
      code: 'bulletinIncomplete',
      facts: { faults: [{ number: '1.5', problem: 'notInLedger' }] },
    });
    await tellDocument(pool, other.roundId, 3);
    const fewer = await get(cast.zhao, path('form=md', other.roundId));
    expect(fewer.json()).toMatchObject({ facts: { faults: [{ number: '1.4', problem: 'notInDocument' }] } });
    const draft = await tellRound(pool, [inState('draft')], { state: 'draft' });
    expect((await get(cast.zhao, path('form=md', draft.roundId))).json()).toMatchObject({ code: 'roundNotLaunched' });
  });
});

describe('what is decided about a notice', () => {
  test('leaves an item out only for a reason, and only when somebody else agrees; until then there is no notice', async () => {
    expect((await decide(0, { choice: 'withhold' })).json()).toMatchObject({ code: 'badInput' });
    expect((await decide(0, { choice: 'withhold', reason: '涉及未公开的案情' }, cast.li)).statusCode).toBe(403);
    expect((await decide(0, { choice: 'withhold', reason: '涉及未公开的案情' })).statusCode).toBe(204);
    expect((await get(cast.zhao, path('form=md'))).json()).toMatchObject({
      code: 'bulletinIncomplete',
      facts: { faults: [{ number: '1.1', problem: 'notApproved' }] },
    });
    expect((await approve(0, cast.zhao)).json()).toMatchObject({ code: 'ownProposal' });
    expect((await approve(0, cast.zhang)).json()).toMatchObject({ code: 'notYours' });
    const waiting = async (who: CastMember) => (await drafting(who)).items.map(({ mayApprove }) => mayApprove);
    expect(await waiting(cast.li)).toEqual([true, false, false, false]);
    expect(await waiting(cast.zhao)).toEqual([false, false, false, false]);
    expect((await approve(0, cast.li)).statusCode).toBe(204);
    expect((await approve(0, cast.li)).json()).toMatchObject({ code: 'nothingToApprove' });
    const said = await markdown();
    expect(said).toContain('巡察反馈的4个问题，已完成整改1个，取得阶段性成效1个，正在整改2个。');
    expect(said).toContain('本通报公布其中3个问题的整改进展情况，其余1个问题不在本通报中公布。');
    expect(said.match(/^### .*$/gm)).toEqual(['### （一）问题之2', '### （二）问题之3', '### （三）问题之4']);
    expect(said).not.toContain('=1+1');
  });

  test('tells inside what the public is not told, in the words of document and unit', async () => {
    await decide(1, { choice: 'inside', reason: '涉及内部管理' });
    await approve(1, cast.li);
    const own = { choice: 'publish', title: '资产管理不规范', result: '资产已登记' };
    expect((await decide(2, own)).statusCode).toBe(204);
    const [outside, inside] = [await markdown('audience=public'), await markdown('audience=inside')];
    expect(outside.match(/^### .*$/gm)).toEqual(['### （一）资产管理不规范', '### （二）问题之4']);
    expect(outside).toContain('整改进展：资产已登记。该问题已完成整改。');
    expect(outside).toContain('本通报公布其中2个问题的整改进展情况，其余2个问题不在本通报中公布。');
    expect(inside.match(/^### .*$/gm)).toEqual(['### （一）问题之2', '### （二）问题之3', '### （三）问题之4']);
    expect(inside).toContain('整改进展：资产已全部登记入账。该问题已完成整改。');
    expect(inside).toContain('其余1个问题不在本通报中公布。');
  });

  test('names the files of an item as its own page does, so that each opens', async () => {
    const { pool } = house.context;
    const { roundId, itemIds } = await tellRound(pool, [inState('inProgress').act('addEvidence')]);
    const { items } = (await get(cast.zhao, `/api/rounds/${roundId}/bulletin/draft`)).json<BulletinDrafting>();
    const { item } = (await get(cast.zhao, `/api/items/${itemIds[0]}`)).json<ItemDetail>();
    expect(items[0]?.evidence).toEqual(item.evidence.map(({ id, name }) => ({ id, name })));
    expect(item.evidence).toHaveLength(1);
  });

  test('is a chained fact each time, with who, when and what the unit had said; every version stays', async () => {
    await decide(2, { choice: 'publish', title: null, result: '资产已登记入账' });
    const item = (await drafting()).items[2];
    expect(item).toMatchObject({ unitsWords: '资产已全部登记入账。', measures: ['逐项登记资产'] });
    expect(item?.versions.map(({ title, result, over, by }) => [title, result, over, by])).toEqual([
      ['资产管理不规范', '资产已登记', '资产已全部登记入账。', '赵青'],
      [null, '资产已登记入账', '资产已全部登记入账。', '赵青'],
    ]);
    const facts = await recordEventsOf(house.context.pool, told.roundId);
    expect(facts.map(({ kind, by }) => [kind, by])).toEqual([
      ['bulletinEntrySet', 'zhao'],
      ['bulletinEntryApproved', 'li'],
      ['bulletinEntrySet', 'zhao'],
      ['bulletinEntryApproved', 'li'],
      ['bulletinEntrySet', 'zhao'],
      ['bulletinEntrySet', 'zhao'],
    ]);
    // The same again is no version.
    await decide(2, { choice: 'publish', title: null, result: '资产已登记入账' });
    expect(await recordEventsOf(house.context.pool, told.roundId)).toHaveLength(6);
  });

  test('is looked through for totals that are not the sum of their parts', async () => {
    await decide(3, { choice: 'publish', result: '20个问题中，15个已整改，4个取得成效' });
    expect((await drafting()).items.map(({ sums }) => sums)).toEqual([[], [], [], [{ stated: 20, sum: 19 }]]);
  });

  test('is not written over a version that its writer has not seen', async () => {
    const late = await decide(2, { choice: 'publish', result: '另一种说法', version: 1 });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'bulletinChanged' });
    expect((await newest(2))?.result).toBe('资产已登记入账');
    expect((await decide(9, { choice: 'publish' })).json()).toMatchObject({ code: 'notFound' });
  });

  test('decides nothing of an item of another round', async () => {
    const { itemIds } = await tellRound(house.context.pool, stories());
    const url = `/api/rounds/${told.roundId}/bulletin/entries/${itemIds[0]}`;
    const payload = { version: 0, choice: 'publish', result: '已完成' };
    expect((await house.as(cast.zhao, { method: 'PUT', url, payload })).statusCode).toBe(404);
    expect((await house.as(cast.li, { method: 'POST', url: `${url}/approve`, payload })).statusCode).toBe(404);
  });

  test('sets opening, organ, contact and date, and leaves the figures to the ledger', async () => {
    const contact = { phone: '0871-6555999', address: null, postcode: null, email: null };
    const set = await frame({
      opening: '一、经研究\n现予公布',
      organ: '云岭县水利局',
      contact,
      datedOn: '2026-01-09',
      version: 0,
    });
    expect(set.statusCode).toBe(204);
    const said = await markdown();
    expect(said).toContain('\n\n一、经研究。现予公布。\n\n截至2026年1月6日，巡察反馈的4个问题');
    expect(said).toMatch(/联系方式：电话：0871-6555999。\n\n云岭县水利局\n\n2026年1月9日\n/);
    expect((await frame({ organ: '别的', version: 0 })).json()).toMatchObject({ code: 'bulletinChanged' });
    expect((await drafting()).frames).toMatchObject([{ organ: '云岭县水利局', by: '赵青' }]);
  });
});
