/** A round as it stood at the end of a past day: folded from the facts of then, judged by that day. */
import { requireMay, type Context } from '../context.ts';
import { rowOf } from './items.ts';
import { before } from './facts-before.ts';
import { livesOfRound } from './lives.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { ItemState } from '../../core/item/item.ts';
import { lights, type Light } from '../../core/item/light.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import { endOfDay, instant, localDate, millis, type LocalDate } from '../../core/time.ts';
import { roundsOfItems } from '../../db/items.ts';

export interface AsOfSearch {
  /** In Asia/Shanghai; what happened on that day is told. */
  readonly date: LocalDate;
  readonly unit?: string | undefined;
  readonly state?: ItemState | undefined;
  readonly light?: Light | undefined;
}

/**
 * Whose items these are is asked of today: a past day shows nobody more than the page of the item does. A draft is judged by
 * the policy that it has now, a launched round by the one that it was launched with.
 *
 * @throws Refused notFound, notYours, dayNotCome where the day has not come yet
 */
export async function roundAsOf(context: Context, reader: Person, roundId: string, search: AsOfSearch) {
  const actor = actorOf(reader);
  requireMay(actor, 'readRounds');
  const { date } = search;
  const today = localDate(context.now());
  if (date > today) throw new Refused({ code: 'dayNotCome', given: date, today });
  const seen = seenBy(context.pool, actor);
  const rules = (await roundsOfItems(seen, [roundId])).get(roundId);
  const end = endOfDay(date);
  const asOf = instant(millis(end) - 1);
  const found = [];
  let isSeen = false;
  for await (const { printed, facts } of livesOfRound(seen, roundId, scopeOf(actor))) {
    isSeen = true;
    const then = before(facts, end);
    if (rules === undefined || then.length === 0) continue;
    const { acts: _, ...row } = rowOf({ ...printed, item: itemFrom(roundId, printed.id, then) }, rules, actor, asOf);
    if (fits(row, search)) found.push(row);
  }
  if (!isSeen) throw notFound('round', roundId);
  return { roundId, date, items: found, figures: figuresOf(found) };
}

interface Row {
  readonly unitId: string | null;
  readonly handlerId: string | null;
  readonly state: ItemState;
  readonly light: Light;
}

const fits = (row: Row, { unit, state, light }: AsOfSearch): boolean =>
  (unit === undefined || row.unitId === unit) &&
  (state === undefined || row.state === state) &&
  (light === undefined || row.light === light);

/** Of the items that are told, so that each figure can be counted after. */
function figuresOf(rows: readonly Row[]) {
  const count = (fitting: (row: Row) => boolean) => rows.filter(fitting).length;
  return {
    items: rows.length,
    assigned: count(({ handlerId }) => handlerId !== null),
    closed: count(({ state }) => state === 'closed'),
    lights: Object.fromEntries(lights.map((light) => [light, count((row) => row.light === light)])) as Record<
      Light,
      number
    >,
  };
}
