/** Who may not see an item learns nothing of it, by any route: every answer to every reading request is searched for it. */
import type { LightMyRequestResponse } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState, launched, Story } from '../support/story.ts';
import type * as scope from '../../client/scope.ts';
import type { Actor } from '../../core/actor.ts';
import { roundSheets } from '../../core/round/sheets.ts';
import type { ListedPerson, RoundDetail, RoundPage } from '../../api/contract.ts';

/** The scope that the use cases ask for, which a test takes out: what stands behind it must hold by itself. */
const wall = vi.hoisted(() => ({ isOff: false }));
vi.mock('../../client/scope.ts', async (original) => {
  const real = await original<typeof scope>();
  return { scopeOf: (actor: Actor) => (wall.isOff ? null : real.scopeOf(actor)) };
});

const house = useApi();

/** Of the works office, beside those of the finance office. */
const ofWorks = (): Story => launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
const toFinance = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };

let mixed: ToldRound;
let foreign: ToldRound;
let draft: ToldRound;

beforeAll(async () => {
  const { pool } = house.context;
  mixed = await tellRound(pool, [inState('inProgress'), ofWorks(), inState('closed')]);
  foreign = await tellRound(pool, [inState('submitted')]);
  draft = await tellRound(pool, [new Story().act('assign', toFinance)], { state: 'draft' });
  await pool.query(`UPDATE person SET phone = '0871-' || id`);
  await pool.query(
    `UPDATE item SET title = CASE unit_id WHEN 'works' THEN '工程科可见' ELSE '只有财务科可见' END || id`,
  );
  for (const { roundId } of [mixed, foreign, draft])
    await pool.query(
      `UPDATE round SET source = '全文只给看得到全部事项的人', notice = jsonb_set(notice, '{parts}', jsonb_build_array(
         jsonb_build_object('number', null, 'heading', '一、资金方面', 'items', (
           SELECT jsonb_agg(jsonb_build_object('number', null, 'title', title, 'measures', '[]'::jsonb) ORDER BY position)
           FROM item WHERE round_id = round.id)))) || jsonb_build_object(
         'unplaced', jsonb_build_array(jsonb_build_object('line', 3, 'text', '未归入的只给看得到全部事项的人')),
         'responsibilities', (
           SELECT jsonb_agg(jsonb_build_object('position', position, 'unit', title, 'leader', '副局长' || unit_id)
             ORDER BY position) FROM item WHERE round_id = round.id))
       WHERE id = $1`,
      [roundId],
    );
});

/** Every reading request of the API, with every id there is, of an absent thing too. */
function readings(): string[] {
  const { paths = {} } = house.api.swagger();
  const rounds = [mixed, foreign, draft];
  const ids: Readonly<Record<string, readonly string[]>> = {
    '{roundId}': [...rounds.map(({ roundId }) => roundId), 'r-none'],
    '{itemId}': [...rounds.flatMap(({ itemIds }) => itemIds), 'r-none-01'],
    '{evidenceId}': rounds.flatMap(({ itemIds }) => itemIds.map((itemId) => `f-00000006?item=${itemId}`)),
    '{sheet}': roundSheets,
  };
  const open = Object.entries(paths).flatMap(([path, methods]) => ('get' in (methods ?? {}) ? [path] : []));
  const narrowed = ['unit=finance', 'q=财务', 'state=draft', 'light=done', `round=${foreign.roundId}`, 'mine=true'];
  return [
    ...open.flatMap((path) => {
      return filled(path, ids);
    }),
    ...narrowed.map((query) => `/api/items?${encodeURI(query)}`),
  ];
}

/** A path with each of its names replaced by each of what it stands for. */
function filled(path: string, ids: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /\{\w+\}/.exec(path)?.[0];
  return name === undefined ? [path] : (ids[name] ?? []).flatMap((id) => filled(path.replace(name, id), ids));
}

/** What a person reads in an answer: of a packed file what is in it. */
const readable = ({ body, rawPayload }: LightMyRequestResponse): string =>
  body.startsWith('PK')
    ? Object.values(unzipSync(rawPayload))
        .map((part) => strFromU8(part))
        .join('\n')
    : body;

const answersTo = async (who: CastMember): Promise<string> => {
  const bodies = [];
  for (const url of readings()) bodies.push(readable(await house.as(who, { method: 'GET', url })));
  return bodies.join('\n');
};
const get = async <Answer>(who: CastMember, url: string) =>
  (await house.as(who, { method: 'GET', url })).json<Answer>();

describe('staff of a unit', () => {
  test('learn nothing of the items of another, whatever they ask', async () => {
    const told = await answersTo(cast.gao);
    expect(told).toContain('工程科可见');
    const secrets = ['只有财务科可见', '全文只给', '未归入的只给', '副局长finance', `"roundId":"${foreign.roundId}"`];
    // 王小明 is an account of the public sample.
    for (const { id, email } of [cast.wang, cast.lin, cast.chen])
      secrets.push(`0871-${id}`, ...(id === 'wang' ? [] : [email]));
    for (const secret of secrets) expect(told.includes(secret), secret).toBe(false);
  });

  test('see of a round what is theirs: its items, their number, their lights', async () => {
    const { rounds } = await get<RoundPage>(cast.gao, '/api/rounds');
    expect(rounds).toMatchObject([{ id: mixed.roundId, itemCount: 1, assignedCount: 1, closedCount: 0 }]);
    expect(Object.values(rounds[0]?.lights ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1);
    const { notice } = await get<RoundDetail>(cast.gao, `/api/rounds/${mixed.roundId}`);
    expect(notice.parts.map(({ items }) => items.map(({ title }) => title.slice(0, 5)))).toEqual([['工程科可见']]);
    expect(notice.responsibilities).toMatchObject([{ position: 2, leader: '副局长works' }]);
  });

  test('reach those they work with: their unit, who leads their items, the offices', async () => {
    const people = await get<ListedPerson[]>(cast.gao, '/api/people');
    const reached = people.filter(({ email, phone }) => email !== null && phone !== null).map(({ id }) => id);
    expect(reached.sort()).toEqual(['gao', 'li', 'zhang', 'zhao']);
    expect(people).toHaveLength(Object.keys(cast).length);
  });
});

describe('with the scope of the use cases taken out', () => {
  beforeAll(() => {
    wall.isOff = true;
  });
  afterAll(() => {
    wall.isOff = false;
  });

  test('staff of a unit still learn nothing of the items of another: the ledger shows them none', async () => {
    const told = await answersTo(cast.gao);
    expect(told).toContain('工程科可见');
    for (const secret of [
      '只有财务科可见',
      '全文只给',
      '未归入的只给',
      '副局长finance',
      `"roundId":"${foreign.roundId}"`,
    ])
      expect(told.includes(secret), secret).toBe(false);
    const { rounds } = await get<RoundPage>(cast.gao, '/api/rounds');
    expect(rounds).toMatchObject([{ id: mixed.roundId, assignedCount: 1, closedCount: 0 }]);
  });

  test('nor how to reach people whom they do not work with', async () => {
    const told = await answersTo(cast.gao);
    for (const { id, email } of [cast.wang, cast.lin, cast.chen]) {
      expect(told.includes(`0871-${id}`), id).toBe(false);
      expect(id !== 'wang' && told.includes(email), email).toBe(false);
    }
    for (const { id } of [cast.gao, cast.zhang, cast.zhao]) expect(told, id).toContain(`0871-${id}`);
  });
});

test.each([cast.wang, cast.zhang, cast.li, cast.zhao])('$id, who may see them, is told', async (who) => {
  const told = await answersTo(who);
  expect(told).toContain('只有财务科可见');
  expect(told).toContain(`"roundId":"${foreign.roundId}"`);
  const seesAll = who !== cast.wang;
  expect(told.includes('全文只给')).toBe(seesAll);
  // Of a round whose items are all theirs too.
  expect(told.includes('未归入的只给')).toBe(seesAll);
  expect(told.includes('0871-chen')).toBe(seesAll);
  expect(told.includes('工程科可见')).toBe(seesAll);
});
