import { beforeAll, describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { inState, launched } from '../support/story.ts';
import { itemStates } from '../../core/item/item.ts';
import { outlook, waitingOn } from '../../core/item/light.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import { at, type LocalDate } from '../../core/time.ts';
import { countByLight, countItems, itemsOfRound, pageOfItems, type ItemFilter } from '../../db/items.ts';
import { judged } from '../../db/judged.ts';

const ledger = useLedger();

/** Around every edge: launch, yellow from ten days before 2026-07-06, the day, the day after, checkpoints of 2027-06-01. */
const days: LocalDate[] = [
  '2026-01-05',
  '2026-06-25',
  '2026-06-26',
  '2026-07-06',
  '2026-07-07',
  '2027-05-21',
  '2027-05-22',
  '2027-06-01',
  '2027-06-02',
];
const approveOnly: Policy = { ...defaultPolicy, closureReview: 'approveOnly' };
const simple = { policy: { closureReview: 'approveOnly' as const } };

const waiting = () => inState('inProgress').act('requestExtension');
const lateApplication = () => inState('inProgress').on('2026-07-08').act('requestClosure');
const lastMinute = () => inState('inProgress').on('2026-07-06', '23:59').act('requestClosure');
const reachedCheckpoint = () => inState('interim').passUntil('2027-06-03');
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
    returned(),
    launched(),
  ];
  rounds.push({ ...(await tellRound(pool, both)), policy: defaultPolicy });
  const one = ['submitted', 'closed', 'interim', 'standing'] as const;
  const stories = one.map((state) => inState(state, simple));
  rounds.push({ ...(await tellRound(pool, stories, { policy: approveOnly })), policy: approveOnly });
});

const everything = (today: LocalDate): ItemFilter => ({
  today,
  roundId: null,
  scopeUnitId: null,
  unitId: null,
  state: null,
  light: null,
  q: null,
  waitsFor: null,
});

describe('the light and the turn in SQL', () => {
  test.each(days)('are those of core on %s', async (today) => {
    const { pool } = ledger.current;
    for (const { roundId } of rounds) {
      const items = await itemsOfRound(pool, roundId);
      const { rows } = await pool.query<{
        id: string;
        light: string;
        due_on: string | null;
        waiting_on: string | null;
      }>(
        `SELECT item.id, judged.light, judged.due_on, judged.waiting_on ${judged('$1::date')} WHERE item.round_id = $2`,
        [today, roundId],
      );
      const rules = {
        policy: rounds.find((round) => round.roundId === roundId)?.policy ?? defaultPolicy,
        calendar: {},
      };
      const expected = items.map(({ id, item }) => {
        const { light, dueOn } = outlook(item, rules, at(today, '12:00'));
        return { id, light, due_on: dueOn, waiting_on: waitingOn(item, rules)?.party ?? null };
      });
      expect(rows.sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(expected);
    }
  });

  test('count each round by light', async () => {
    const { pool } = ledger.current;
    const counts = await countByLight(pool, null, '2026-07-07');
    for (const { roundId } of rounds) {
      const mine = counts.filter((count) => count.roundId === roundId);
      const total = mine.reduce((sum, { items }) => sum + items, 0);
      expect(total).toBe((await itemsOfRound(pool, roundId)).length);
    }
  });
});

describe('pages of items', () => {
  test.each(['position', 'due'] as const)('sorted by %s hold every item once', async (sort) => {
    const { pool } = ledger.current;
    const filter = everything('2026-07-07');
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 20; page += 1) {
      const found: { id: string; key: string }[] = await pageOfItems(pool, filter, sort, after, 4);
      seen.push(...found.map(({ id }) => id));
      after = found.at(-1)?.key ?? null;
      if (found.length < 4) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await countItems(pool, filter));
  });

  test('put what is due first first, and what has no date last', async () => {
    const rows = await pageOfItems(ledger.current.pool, everything('2026-07-07'), 'due', null, 100);
    const dates = rows.map(({ key }) => key.slice(0, 10));
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe('9999-12-31');
  });

  test('take the signs of LIKE in a search word as they are', async () => {
    const { pool } = ledger.current;
    expect(await countItems(pool, { ...everything('2026-07-07'), q: '%' })).toBe(0);
    expect(await countItems(pool, { ...everything('2026-07-07'), q: '问题之1' })).toBeGreaterThan(0);
  });

  test('are narrowed to those that wait for a person', async () => {
    const { pool } = ledger.current;
    const [first] = rounds;
    const waitsFor = (member: (typeof cast)[keyof typeof cast]) => ({
      personId: member.id,
      unitId: member.unitId,
      isStaff: (member.roles as readonly string[]).includes('staff'),
      isSupervisor: (member.roles as readonly string[]).includes('supervisor'),
      isAdmin: (member.roles as readonly string[]).includes('admin'),
      inInspectionOffice: member.inInspectionOffice,
    });
    const statesFor = async (member: (typeof cast)[keyof typeof cast]) => {
      const filter = { ...everything('2026-07-07'), roundId: first?.roundId ?? '', waitsFor: waitsFor(member) };
      const rows = await pageOfItems(pool, filter, 'position', null, 100);
      return [...new Set(rows.map(({ item }) => item.state))];
    };
    expect(await statesFor(cast.wang)).toEqual(['assigned', 'inProgress', 'reopened']);
    expect(await statesFor(cast.zhang)).toEqual(['planned', 'submitted']);
    expect(await statesFor(cast.li)).toEqual(['endorsed', 'inProgress']);
    expect(await statesFor(cast.zhao)).toEqual(['draft', 'disowned', 'endorsed', 'inProgress']);
    expect(await statesFor(cast.gao)).toEqual([]);
    expect(await statesFor(cast.chen)).toEqual([]);
  });
});
