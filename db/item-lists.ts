/**
 * Lists of items: filters, pages and how many there are. What a page costs does not depend on how many items there are.
 *
 * Each list is one stretch of one index (see 0001_ledger.sql); a page begins after the last row of the page before.
 */
import { onlyRow, type Db } from './pool.ts';
import { itemColumns, type ItemRecord } from './items.ts';
import { isTurnOf } from './turn.ts';
import type { Actor } from '../core/actor.ts';
import type { ItemState } from '../core/item/item.ts';
import type { Light } from '../core/item/light.ts';
import { mostYellowDays } from '../core/rules/policy-faults.ts';
import { addDays, type LocalDate } from '../core/time.ts';

/** What a list is narrowed to; null leaves a narrowing out. */
export interface ItemFilter {
  readonly roundId: string | null;
  /** The only unit whose items the reader may see. */
  readonly scopeUnitId: string | null;
  readonly unitId: string | null;
  readonly state: ItemState | null;
  readonly light: Light | null;
  /** Each of these must occur in number, title, heading, part or id. */
  readonly words: readonly string[];
  /** Whose turn it must be. */
  readonly waitsFor: Actor | null;
  readonly today: LocalDate;
}

/**
 * Where an item stands in a list. `position`: as printed, round by round. `due`: what must be done first stands first, and
 * `infinity` is the date of what has none.
 */
export type ItemPlace =
  | { readonly sort: 'position'; readonly roundId: string; readonly position: number }
  | { readonly sort: 'due'; readonly dueBy: LocalDate; readonly id: string };

export type ItemSort = ItemPlace['sort'];

const orders: Readonly<Record<ItemSort, string>> = {
  position: 'item.round_id, item.position',
  due: 'item.due_by, item.id',
};

/** One page after a place: it never skips or repeats an item because others came or went. */
export async function pageOfItems(
  db: Db,
  filter: ItemFilter,
  sort: ItemSort,
  after: ItemPlace | null,
  limit: number,
): Promise<ListedItem[]> {
  const { rows } = await db.query<ListedItem>(pageQuery(filter, sort, after, limit));
  return rows;
}

export type ListedItem = ItemRecord & { readonly dueBy: LocalDate };

export const placeOf = (sort: ItemSort, { id, roundId, position, dueBy }: ListedItem): ItemPlace =>
  sort === 'position' ? { sort, roundId, position } : { sort, dueBy, id };

/** How many items are counted one by one; more are told as "more than so many". */
export const mostCounted = 10_000;

/** @returns at most {@link mostCounted} + 1 */
export async function countItems(db: Db, filter: ItemFilter): Promise<number> {
  const { rows } = await db.query<{ count: number }>(countQuery(filter));
  return onlyRow(rows).count;
}

interface Query {
  readonly text: string;
  readonly values: unknown[];
}

function pageQuery(filter: ItemFilter, sort: ItemSort, after: ItemPlace | null, limit: number): Query {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = conditionsOf(filter, value);
  if (after !== null) conditions.push(`(${orders[after.sort]}) > (${placeValues(after).map(value).join(', ')})`);
  const text = `SELECT ${itemColumns}, item.due_by AS "dueBy" ${from(filter)} ${where(conditions)}
    ORDER BY ${orders[sort]} LIMIT ${value(limit)}`;
  return { text, values };
}

function countQuery(filter: ItemFilter): Query {
  const values: unknown[] = [];
  const conditions = conditionsOf(filter, (given) => `$${values.push(given)}`);
  const few = `SELECT ${from(filter)} ${where(conditions)} LIMIT ${mostCounted + 1}`;
  return { text: `SELECT count(*)::integer AS count FROM (${few}) AS few`, values };
}

/** In the order of the columns that the list is sorted by. */
export const placeValues = (place: ItemPlace): (string | number)[] =>
  place.sort === 'position' ? [place.roundId, place.position] : [place.dueBy, place.id];

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

const from = ({ words, waitsFor }: ItemFilter): string =>
  [
    'FROM item',
    ...(words.length === 0 ? [] : ['JOIN item_words ON item_words.item_id = item.id']),
    ...(waitsFor === null ? [] : ['JOIN round ON round.id = item.round_id']),
  ].join(' ');

function conditionsOf(filter: ItemFilter, value: (given: unknown) => string): string[] {
  const { roundId, scopeUnitId, unitId, state, light, words, waitsFor, today } = filter;
  const conditions: string[] = [];
  if (scopeUnitId !== null) conditions.push(`item.unit_id = ${value(scopeUnitId)}`);
  if (roundId !== null) conditions.push(`item.round_id = ${value(roundId)}`);
  if (unitId !== null) conditions.push(`item.unit_id = ${value(unitId)}`);
  if (state !== null) conditions.push(`item.state = ${value(state)}`);
  if (light !== null) conditions.push(...lightIs(light, today, value));
  if (words.length > 0) {
    const texts = words.map((word) => `comparable(${value(word)})`);
    const keys = texts.map((text) => `search_keys(${text})`);
    if (roundId !== null) keys.push(`ARRAY['round:' || ${value(roundId)}]`);
    const unit = scopeUnitId ?? unitId;
    if (unit !== null) keys.push(`ARRAY['unit:' || ${value(unit)}]`);
    conditions.push(`item_words.keys @> (${keys.join(' || ')})`);
    conditions.push(...texts.map((text) => `strpos(item_words.words, ${text}) > 0`));
  }
  if (waitsFor !== null) conditions.push(isTurnOf(value(JSON.stringify(waitsFor))));
  return conditions;
}

/** `due_by` says nothing more than the other dates; it tells the index where to begin and end. */
function lightIs(light: Light, today: LocalDate, value: (given: unknown) => string): string[] {
  switch (light) {
    case 'red':
      return [`item.phase = 'open'`, `item.due_by < ${value(today)}`, `item.red_on <= ${value(today)}`];
    case 'yellow':
      return [
        `item.phase = 'open'`,
        `item.due_by BETWEEN ${value(today)} AND ${value(addDays(today, mostYellowDays))}`,
        `item.yellow_on <= ${value(today)}`,
      ];
    case 'green':
      return [`item.phase = 'open'`, `item.yellow_on > ${value(today)}`];
    case 'idle':
    case 'done':
      return [`item.phase = ${value(light)}`];
  }
}
