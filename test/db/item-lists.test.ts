import { beforeAll, describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { actor, cast } from '../support/cast.ts';
import { everything } from '../support/item-filter.ts';
import { useLedger } from '../support/ledger.ts';
import { draftRound } from '../support/round.ts';
import { inState, launched } from '../support/story.ts';
import { itemStates, type FindingSource, type RiskGrade } from '../../core/item/item.ts';
import { lights, outlook, type Light } from '../../core/item/light.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import { at, type LocalDate } from '../../core/time.ts';
import {
  pageOfItems,
  placeOf,
  type ItemFilter,
  type ItemPage,
  type ItemPlace,
  type ItemSort,
} from '../../db/item-lists.ts';
import { itemsOfRound, type ItemRecord } from '../../db/items.ts';
import { tallyOfRound, updateRoundSettings } from '../../db/rounds.ts';

const ledger = useLedger();

/** Around every edge: launch, yellow from ten days before 2026-07-06, the day, the day after, checkpoints of 2027-06-01. */
const days: LocalDate[] = [
  '2026-01-05',
  '2026-02-02',
  '2026-02-03',
  '2026-06-25',
  '2026-06-26',
  '2026-07-06',
  '2026-07-07',
  '2027-05-21',
  '2027-05-22',
  '2027-06-01',
  '2027-06-02',
  '2027-06-05',
  '2027-06-16',
];
const approveOnly: Policy = { ...defaultPolicy, closureReview: 'approveOnly' };
const simple = { policy: { closureReview: 'approveOnly' as const } };

const waiting = () => inState('inProgress').act('requestExtension');
const lateApplication = () => inState('inProgress').on('2026-07-08').act('requestClosure');
const lastMinute = () => inState('inProgress').on('2026-07-06', '23:59').act('requestClosure');
const reviewed = () => inState('standing').passUntil('2027-06-02');
const reachedCheckpoint = () => inState('interim').passUntil('2027-06-03');
const behind = () => {
  const measures = [{ text: '逐项登记资产', ownerId: null, dueOn: '2026-02-02' }];
  return launched().act('signFor').act('submitPlan', { measures }).act('approvePlan');
};
const paused = () => inState('inProgress').act('requestPause').act('grantPause');
const returned = () => inState('submitted').act('return');

const rounds: { roundId: string; policy: Policy }[] = [];

beforeAll(async () => {
  const { pool } = ledger.current;
  const both = [
    ...itemStates.map((state) => inState(state)),
    waiting(),
    lateApplication(),
    lastMinute(),
    reachedCheckpoint(),
    reviewed(),
    reviewed().act('reportProgress'),
    returned(),
    behind(),
    behind().act('markMeasures'),
    paused(),
    launched(),
  ];
  rounds.push({ ...(await tellRound(pool, both)), policy: defaultPolicy });
  const one = ['submitted', 'closed', 'interim', 'standing'] as const;
  const stories = one.map((state) => inState(state, simple));
  rounds.push({ ...(await tellRound(pool, stories, { policy: approveOnly })), policy: approveOnly });
});

const totalOf = async (filter: ItemFilter): Promise<number> =>
  (await pageOfItems(ledger.current.pool, filter, 'position', null, 1)).total.count;

/** Every id of a list, in pages of `size`. */
async function allOf(filter: ItemFilter, sort: ItemSort, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: ItemPlace | null = null; ;) {
    const { items }: ItemPage = await pageOfItems(ledger.current.pool, filter, sort, after, size);
    seen.push(...items.map(({ id }) => id));
    const last = items.at(-1);
    if (last === undefined) return seen;
    after = placeOf(sort, last);
  }
}

test('a list is narrowed to a grade, whose items are counted', async () => {
  const { pool } = ledger.current;
  const graded = (grade: RiskGrade) => inState('inProgress').act('classify', { grade });
  const { roundId, itemIds } = await tellRound(pool, [
    graded('high'),
    graded('low'),
    inState('inProgress'),
    graded('high'),
  ]);
  const filter = { ...everything('2026-01-05'), roundId, grade: 'high' as const };
  expect(await allOf(filter, 'position', 1)).toEqual([itemIds[0], itemIds[3]]);
  expect(await totalOf(filter)).toBe(2);
});

test('a list is narrowed to one of the sources of its items', async () => {
  const { pool } = ledger.current;
  const found = (sources: readonly FindingSource[]) => inState('inProgress').act('classify', { sources });
  const { roundId, itemIds } = await tellRound(pool, [
    found(['audit', 'petition']),
    found(['inspection']),
    inState('inProgress'),
    found(['petition']),
  ]);
  const filter = { ...everything('2026-01-05'), roundId, source: 'petition' as const };
  expect(await allOf(filter, 'position', 1)).toEqual([itemIds[0], itemIds[3]]);
  expect(await totalOf(filter)).toBe(2);
  expect(await totalOf({ ...filter, words: ['问题之4'] })).toBe(1);
});

describe('the light in SQL', () => {
  test.each(days)('is that of core on %s, in lists and in sums', async (today) => {
    const { pool } = ledger.current;
    for (const { roundId, policy } of rounds) {
      const rules = { policy, calendar: {} };
      const items = await itemsOfRound(pool, roundId);
      const lightOf = ({ item }: ItemRecord): Light => outlook(item, rules, at(today, '12:00')).light;
      for (const light of lights) {
        const expected = items.filter((item) => lightOf(item) === light).map(({ id }) => id);
        const filter = { ...everything(today), roundId, light };
        expect(await allOf(filter, 'position', 100), light).toEqual(expected);
        expect((await allOf(filter, 'due', 100)).sort(), light).toEqual(expected);
      }
      const tally = await tallyOfRound(pool, roundId, today, null);
      const sums = Object.fromEntries(
        lights.map((light) => [light, items.filter((item) => lightOf(item) === light).length]),
      );
      expect(tally).toMatchObject(sums);
      expect(tally.items).toBe(items.length);
    }
  });
});

test('another policy of a round moves the day on which its items turn yellow', async () => {
  const { pool } = ledger.current;
  const { roundId } = await tellRound(pool, [launched(), inState('closed')]);
  const yellow = { ...everything('2026-06-16'), roundId, light: 'yellow' as const };
  expect(await totalOf(yellow)).toBe(0);
  await updateRoundSettings(pool, roundId, {
    title: '整改',
    startsOn: '2026-01-05',
    policy: { ...defaultPolicy, yellowWithinDays: 20 },
  });
  expect(await totalOf(yellow)).toBe(1);
});

describe('pages of items', () => {
  test.each(['position', 'due'] as const)('sorted by %s hold every item once', async (sort) => {
    const filter = everything('2026-07-07');
    const seen = await allOf(filter, sort, 4);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await totalOf(filter)).toBe(seen.length);
  });

  test('put what is due first first, and what has no date last', async () => {
    const { items: rows } = await pageOfItems(ledger.current.pool, everything('2026-07-07'), 'due', null, 100);
    const dates = rows.map(({ dueBy }) => dueBy);
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe('infinity');
  });

  test.each([
    [['%'], 0],
    [['_'], 0],
    [['问题之1'], 11],
    [['问'], 23],
    [['题'], 23],
    [['一、'], 23],
    [['资产', '问题之3'], 1],
    [['1.3'], 1],
    [['１．３'], 1],
    [['R-', '问题之1'], 11],
    [['题问'], 0],
    [['管理方面', '财务'], 0],
  ])('with the words %j are %i', async (words, expected) => {
    const roundId = rounds[0]?.roundId ?? '';
    expect(await totalOf({ ...everything('2026-07-07'), roundId, words })).toBe(expected);
  });

  test('search within a unit finds that unit’s items alone, also after they went to another', async () => {
    const { pool } = ledger.current;
    const given = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
    const { roundId } = await tellRound(pool, [given, launched()]);
    const of = (unit: string) => totalOf({ ...everything('2026-07-07'), roundId, scopeUnitId: unit, words: ['问题'] });
    expect([await of('works'), await of('finance'), await of('bureau')]).toEqual([1, 1, 0]);
  });

  test('with words that many items hold are walked through whole, and their number is a lower bound', async () => {
    const { pool } = ledger.current;
    const { roundId, itemIds } = await draftRound(pool, 420, at('2026-01-05', '09:00'));
    const common = { ...everything('2026-07-07'), words: ['固定资产', roundId] };
    expect(await allOf(common, 'position', 150)).toEqual(itemIds);
    const totalWith = async (filter: Partial<ItemFilter>) =>
      (await pageOfItems(pool, { ...common, ...filter }, 'position', null, 100)).total;
    expect(await totalWith({})).toEqual({ count: 400, isExact: false });
    expect(await totalWith({ state: 'draft' })).toEqual({ count: 420, isExact: true });
    expect(await totalWith({ words: [roundId, '1.42'] })).toEqual({ count: 2, isExact: true });
    expect(await totalWith({ words: [roundId, '资产固定'] })).toEqual({ count: 0, isExact: true });
  });

  test('are counted up to a number, and beyond it said to be more', async () => {
    const { pool } = ledger.current;
    const { roundId, itemIds } = await draftRound(pool, 2_100, at('2026-01-05', '09:00'));
    const filter = { ...everything('2026-07-07'), roundId };
    const { total } = await pageOfItems(pool, filter, 'position', null, 10);
    expect(total).toEqual({ count: 2_000, isExact: false });
    const words = await pageOfItems(pool, { ...filter, words: ['固定资产'], state: 'draft' }, 'due', null, 10);
    expect(words.total).toEqual({ count: 500, isExact: false });
    const whole = await pageOfItems(pool, filter, 'position', null, 2_500);
    expect(whole.total).toEqual({ count: itemIds.length, isExact: true });
  });

  test('are narrowed to those that wait for a person', async () => {
    const { pool } = ledger.current;
    const [first] = rounds;
    const statesFor = async (member: (typeof cast)[keyof typeof cast]) => {
      const filter = { ...everything('2026-07-07'), roundId: first?.roundId ?? '', waitsFor: actor(member) };
      const { items: rows } = await pageOfItems(pool, filter, 'position', null, 100);
      return [...new Set(rows.map(({ item }) => item.state))];
    };
    expect(await statesFor(cast.wang)).toEqual(['assigned', 'inProgress', 'reopened', 'standing']);
    expect(await statesFor(cast.zhang)).toEqual(['planned', 'submitted']);
    expect(await statesFor(cast.li)).toEqual(['endorsed', 'inProgress']);
    expect(await statesFor(cast.zhao)).toEqual(['draft', 'disowned', 'endorsed', 'inProgress']);
    expect(await statesFor(cast.gao)).toEqual([]);
    expect(await statesFor(cast.chen)).toEqual([]);
  });
});
