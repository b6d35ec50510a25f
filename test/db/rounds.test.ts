/** The sums of a round against a recount of its items, whatever happens to them and however many write at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { useLedger } from '../support/ledger.ts';
import { inState, launched, Story } from '../support/story.ts';
import { itemStates, type Item } from '../../core/item/item.ts';
import { lights, outlook } from '../../core/item/light.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { at, type LocalDate } from '../../core/time.ts';
import { itemsOfRound } from '../../db/items.ts';
import { projectItem } from '../../db/ledger.ts';
import { transaction } from '../../db/pool.ts';
import { pageOfRounds, tallyOfRound, type RoundPlace } from '../../db/rounds.ts';

const ledger = useLedger();
const units = ['finance', 'works', null] as const;
const rules = { policy: defaultPolicy, calendar: china };
/** The fourth and fifth working day of whoever reviews, the day after, and days around the due date. */
const days: LocalDate[] = [
  '2026-01-05',
  '2026-01-09',
  '2026-01-12',
  '2026-01-13',
  '2026-06-26',
  '2026-07-06',
  '2026-07-07',
  '2027-06-02',
];

/** What an item may become, in one leap: the sums know nothing of the way there. */
const shapes: readonly Item[] = [
  ...itemStates.map((state) => inState(state).item),
  inState('inProgress').on('2026-07-08').act('requestClosure').item,
  inState('interim').passUntil('2027-06-03').item,
  launched().act('disown').item,
];

async function recounted(roundId: string, unitId: string | null, today: LocalDate) {
  const items = (await itemsOfRound(ledger.current.pool, roundId)).filter(
    ({ item }) => unitId === null || item.unitId === unitId,
  );
  const lightsNow = items.map(({ item }) => outlook(item, rules, at(today, '12:00')).light);
  return {
    items: items.length,
    assigned: items.filter(({ item }) => item.handlerId !== null).length,
    closed: items.filter(({ item }) => item.state === 'closed').length,
    ...Object.fromEntries(lights.map((light) => [light, lightsNow.filter((one) => one === light).length])),
  };
}

const move = fc.record({
  item: fc.nat(5),
  shape: fc.nat(shapes.length - 1),
  unit: fc.constantFrom(...units),
  isUndone: fc.boolean(),
});

describe('the sums of a round', () => {
  test('are those of a recount, also when many write at once and some take it back', async () => {
    const { pool } = ledger.current;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(move, { maxLength: 8 }), { maxLength: 8 }), async (turns) => {
        const { roundId, itemIds } = await tellRound(
          pool,
          Array.from({ length: 6 }, () => new Story()),
        );
        let seq = 100;
        for (const turn of turns)
          await Promise.all(
            turn.map(async ({ item, shape, unit, isUndone }) => {
              const itemId = itemIds[item] ?? '';
              const became = { ...shapes[shape], itemId, roundId, unitId: unit, seq: (seq += 1) } as Item;
              const written = transaction(pool, async (db) => {
                await projectItem(db, became, rules);
                if (isUndone) throw new Error('taken back');
              });
              await written.catch((error: Error) => expect(error.message).toBe('taken back'));
            }),
          );
        for (const today of days)
          for (const unitId of [null, 'finance', 'works'])
            expect(await tallyOfRound(pool, roundId, today, unitId)).toEqual(await recounted(roundId, unitId, today));
      }),
      { numRuns: 25 },
    );
  });

  test('stay few rows however often the items change', async () => {
    const { pool } = ledger.current;
    const { roundId, itemIds } = await tellRound(pool, [new Story(), new Story()]);
    for (let turn = 0; turn < 300; turn += 1) {
      const itemId = itemIds[turn % 2] ?? '';
      const became = { ...shapes[turn % shapes.length], itemId, roundId, seq: 100 + turn } as Item;
      await projectItem(pool, became, rules);
    }
    const { rows } = await pool.query('SELECT FROM item_tally WHERE round_id = $1', [roundId]);
    expect(rows.length).toBeLessThan(60);
    expect(await tallyOfRound(pool, roundId, '2026-07-07', null)).toEqual(await recounted(roundId, null, '2026-07-07'));
  });
});

describe('pages of rounds', () => {
  test('hold every round once, the newest first, each with its sums', async () => {
    const { pool } = ledger.current;
    const seen: string[] = [];
    for (let after: RoundPlace | null = null; ;) {
      const page = await pageOfRounds(pool, '2026-07-07', null, after, 3);
      for (const { id, items } of page) expect(items).toBe((await itemsOfRound(pool, id)).length);
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1) ?? null;
      if (after === null) break;
    }
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM round ORDER BY created_at DESC, id DESC');
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  test('for a unit hold the rounds with items of that unit, and count no others', async () => {
    const { pool } = ledger.current;
    const given = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
    const { roundId } = await tellRound(pool, [given, launched(), launched()]);
    const [works] = (await pageOfRounds(pool, '2026-07-07', 'works', null, 100)).filter(({ id }) => id === roundId);
    expect(works).toMatchObject({ items: 1, red: 1 });
    const none = await pageOfRounds(pool, '2026-07-07', 'inspection', null, 100);
    expect(none).toEqual([]);
  });
});
