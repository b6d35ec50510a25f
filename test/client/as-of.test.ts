/** A past day is what its facts make of it: today is today's list, and a day differs from the one before by its facts alone. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from './support.ts';
import { tellRound, type ToldRound } from './stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState, launched, type Story } from '../support/story.ts';
import { items } from '../../client/items/items.ts';
import { roundAsOf, type AsOfSearch } from '../../client/items/as-of.ts';
import { round } from '../../client/rounds/rounds.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { outlook } from '../../core/item/light.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import { addDays, at, localDate } from '../../core/time.ts';
import { readPerson } from '../../db/people.ts';

const house = useApi();
const today = '2026-09-01';

let told: ToldRound;
let stories: readonly Story[] = [];
beforeAll(async () => {
  const { context } = house;
  stories = [
    inState('inProgress').passUntil('2026-08-10'),
    launched().on('2026-01-07').act('disown').on('2026-01-08').act('assign', { unitId: 'works', handlerId: 'gao' }),
    inState('submitted').on('2026-02-03').act('endorse').on('2026-03-04').act('approveClosure'),
    inState('inProgress').on('2026-05-06').act('requestExtension').on('2026-05-08').act('grantExtension'),
  ];
  told = await tellRound(context.pool, stories);
  context.clock = at(today, '10:00');
});

async function personOf({ id }: CastMember): Promise<Person> {
  const person = await readPerson(house.context.pool, id);
  if (person === null) throw new Error(`${id} is not in the cast`);
  return person;
}

const asOf = async (search: AsOfSearch, member: CastMember = cast.zhao) =>
  roundAsOf(house.context, await personOf(member), told.roundId, search);

/** Any day from before the first fact to today. */
const someDay = fc.integer({ min: 0, max: 260 }).map((days) => addDays(today, -days));

describe('a round as of a day', () => {
  test('is today what the list and the page of the round show', async () => {
    for (const member of [cast.zhao, cast.wang, cast.gao]) {
      const person = await personOf(member);
      const list = await items(house.context, actorOf(person), { round: told.roundId, sort: 'position', limit: 200 });
      const { items: found, figures } = await asOf({ date: today }, member);
      expect(found).toEqual(list.items.map(({ acts: _, isBroken: __, ...row }) => row));
      const { itemCount, assignedCount, closedCount, lights } = await round(
        house.context,
        actorOf(person),
        told.roundId,
      );
      expect(figures).toEqual({ items: itemCount, assigned: assignedCount, closed: closedCount, lights });
    }
  });

  test('is what the facts up to that day make, judged by that day', async () => {
    await fc.assert(
      fc.asyncProperty(someDay, async (date) => {
        const { items: found, figures } = await asOf({ date });
        const expected = stories.flatMap(({ events, rules }, index) => {
          const then = events.filter((event) => localDate(event.at) <= date);
          if (then.length === 0) return [];
          const item = itemFrom(told.roundId, told.itemIds[index] ?? '', then);
          const { light, dueOn, escalationLevel } = outlook(item, rules, at(date, '12:00'));
          return [{ state: item.state, unitId: item.unitId, light, dueOn, escalationLevel }];
        });
        expect(
          found.map(({ state, unitId, light, dueOn, escalationLevel }) => ({
            ...{ state, unitId, light, dueOn, escalationLevel },
          })),
        ).toEqual(expected);
        expect(Object.values(figures.lights).reduce((sum, one) => sum + one, 0)).toBe(figures.items);
      }),
      { numRuns: 40 },
    );
  });

  test('differs from the day before by the facts of the day alone', async () => {
    for (const [index, { events }] of stories.entries())
      for (const date of new Set(events.map((event) => localDate(event.at)))) {
        const moved = new Set(
          stories.flatMap((story, of) =>
            story.events.some((event) => localDate(event.at) === date) ? [told.itemIds[of]] : [],
          ),
        );
        expect(moved).toContain(told.itemIds[index]);
        const still = async (day: string) =>
          (await asOf({ date: day })).items
            .filter(({ id }) => !moved.has(id))
            .map(({ id, state, dueOn, unitId, turn }) => ({ id, state, dueOn, unitId, party: turn?.party }));
        expect(await still(date)).toEqual(await still(addDays(date, -1)));
      }
  });

  test('is narrowed like the list', async () => {
    const { items: closed, figures } = await asOf({ date: '2026-03-04', state: 'closed' });
    expect(closed.map(({ position }) => position)).toEqual([3]);
    expect(figures).toMatchObject({ items: 1, closed: 1, lights: { done: 1, red: 0 } });
    expect((await asOf({ date: '2026-03-03', state: 'closed' })).items).toEqual([]);
    expect((await asOf({ date: '2026-01-06', unit: 'works' })).items).toEqual([]);
    expect((await asOf({ date: '2026-01-08', unit: 'works' })).items).toHaveLength(1);
    expect((await asOf({ date: '2026-08-01', light: 'red' })).items.map(({ position }) => position)).toContain(1);
  });

  test('is not told of days to come, nor to whoever sees none of it', async () => {
    await expect(asOf({ date: addDays(today, 1) })).rejects.toMatchObject({ refusal: { code: 'dayNotCome' } });
    expect((await asOf({ date: '2025-12-31' })).items).toEqual([]);
    const other = await tellRound(house.context.pool, [inState('submitted')]);
    await expect(
      roundAsOf(house.context, await personOf(cast.gao), other.roundId, { date: today }),
    ).rejects.toMatchObject({ refusal: { code: 'notFound' } });
  });
});
