/**
 * Lists of items: filters, pages and how many there are. What a page costs does not depend on how many items there are.
 *
 * Each list is one stretch of one index (see 0002_lists.sql); a page begins after the last row of the page before.
 */
import { findWords, holdsWords, mostFound, type Found } from './item-words.ts';
import { itemColumns, type ItemRecord } from './items.ts';
import { onlyRow, queryOf, type Db, type TakeValue } from './pool.ts';
import { turnsOf } from './turn.ts';
import type { Actor } from '../core/actor.ts';
import type { ListTotal } from '../core/i18n/format.ts';
import type { FindingSource, ItemState, RiskGrade } from '../core/item/item.ts';
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
  readonly grade: RiskGrade | null;
  /** One of those who found it. */
  readonly source: FindingSource | null;
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

export type ListedItem = ItemRecord & { readonly dueBy: LocalDate };

export const placeOf = (sort: ItemSort, { id, roundId, position, dueBy }: ListedItem): ItemPlace =>
  sort === 'position' ? { sort, roundId, position } : { sort, dueBy, id };

/** In the order of the columns that the list is sorted by. */
export const placeValues = (place: ItemPlace): (string | number)[] =>
  place.sort === 'position' ? [place.roundId, place.position] : [place.dueBy, place.id];

export interface ItemPage {
  readonly items: readonly ListedItem[];
  readonly hasMore: boolean;
  /** Of the whole list. */
  readonly total: ListTotal;
}

/** One page after a place: it never skips or repeats an item because others came or went. */
export async function pageOfItems(
  db: Db,
  filter: ItemFilter,
  sort: ItemSort,
  after: ItemPlace | null,
  limit: number,
): Promise<ItemPage> {
  const { words, scopeUnitId, unitId, roundId } = filter;
  const unitIds = [scopeUnitId, unitId].filter((id) => id !== null);
  const found = words.length === 0 ? null : await findWords(db, { words, unitIds, roundId });
  // One more than asked for tells whether there is a next page.
  const { rows } = await db.query<ListedItem>(pageQuery(filter, found, sort, after, limit + 1));
  const items = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const isWhole = after === null && !hasMore;
  const total = isWhole ? { count: items.length, isExact: true } : await totalOf(db, filter, found, items.length);
  return { items, hasMore, total };
}

/** So many are counted where the index alone tells; of more it is said that there are more. */
const mostCounted = 2_000;
/** So many are looked at where each must be. */
const mostLookedAt = 500;

/** Narrowed to what the office says of an item, which no index knows. */
const isClassed = ({ grade, source }: ItemFilter): boolean => grade !== null || source !== null;

async function totalOf(db: Db, filter: ItemFilter, found: Found | null, atLeast: number): Promise<ListTotal> {
  const { state, light, waitsFor } = filter;
  if (found !== null && state === null && light === null && !isClassed(filter) && waitsFor === null)
    return found.are === 'few' ? { count: found.ids.length, isExact: true } : { count: mostFound, isExact: false };
  const most = found?.are === 'many' || waitsFor !== null || isClassed(filter) ? mostLookedAt : mostCounted;
  const { rows } = await db.query<{ seen: number; fit: number }>(countQuery(filter, found, most + 1));
  const { seen, fit } = onlyRow(rows);
  return seen <= most
    ? { count: fit, isExact: true }
    : { count: Math.max(atLeast, Math.min(fit, most)), isExact: false };
}

function pageQuery(filter: ItemFilter, found: Found | null, sort: ItemSort, after: ItemPlace | null, limit: number) {
  return queryOf((value) => {
    const order = orders[sort];
    const place = after === null ? [] : [`(${order}) > (${placeValues(after).map(value).join(', ')})`];
    const parts = stretchesOf(filter, found, sort, value).map(
      ({ from, conditions, fits }) =>
        `(SELECT item.* ${from} ${where([...conditions, ...fits, ...place])} ORDER BY ${order} LIMIT ${limit})`,
    );
    return `SELECT ${itemColumns}, item.due_by AS "dueBy" FROM (${parts.join(' UNION ALL ')}) AS item
      ORDER BY ${order} LIMIT ${limit}`;
  });
}

/** How many of the first `most` items there are, and how many of those the list holds. */
function countQuery(filter: ItemFilter, found: Found | null, most: number) {
  return queryOf((value) => {
    const parts = stretchesOf(filter, found, 'due', value).map(
      ({ from, conditions, fits }) =>
        `(SELECT ${fits.length === 0 ? 'true' : fits.join(' AND ')} AS fits ${from} ${where(conditions)} LIMIT ${most})`,
    );
    return `SELECT count(*)::integer AS seen, (count(*) FILTER (WHERE fits))::integer AS fit
      FROM (${parts.join(' UNION ALL ')}) AS seen`;
  });
}

/** What of the items a list holds: one stretch, or one for each party that a person is of. */
interface Stretch {
  readonly from: string;
  /** Where an index begins and ends. */
  readonly conditions: readonly string[];
  /** What each item within is looked at for. */
  readonly fits: readonly string[];
}

function stretchesOf(filter: ItemFilter, found: Found | null, sort: ItemSort, value: TakeValue): Stretch[] {
  const { words, waitsFor, grade, source } = filter;
  const isWalked = found?.are === 'many';
  const from = isWalked ? 'FROM item JOIN item_words ON item_words.item_id = item.id' : 'FROM item';
  const conditions = conditionsOf(filter, sort, value);
  if (found?.are === 'few') conditions.push(`item.id = ANY(${value(found.ids)})`);
  const fits = [
    ...(isWalked ? [holdsWords(words, value)] : []),
    ...(grade === null ? [] : [`item.projection ->> 'grade' = ${value(grade)}`]),
    ...(source === null ? [] : [`item.projection -> 'sources' ? ${value(source)}`]),
  ];
  const parts = partsOf(filter, sort, value).map((part) => [...conditions, ...part]);
  if (waitsFor === null) return parts.map((part) => ({ from, conditions: part, fits }));
  const turns = turnsOf(waitsFor, value);
  if (turns.length === 0) return [{ from, conditions: ['false'], fits: [] }];
  return turns.flatMap((turn) =>
    parts.map((part) => ({ from, conditions: [turn.condition, ...part], fits: [...turn.fits, ...fits] })),
  );
}

/**
 * Along the dates the yellow ones are two stretches: those whose date is near, and those far from it that are behind their plan,
 * which an index of their own finds.
 */
function partsOf({ light, today }: ItemFilter, sort: ItemSort, value: TakeValue): string[][] {
  if (light !== 'yellow' || sort !== 'due') return [[]];
  const far = addDays(today, mostYellowDays);
  return [
    [`item.due_by BETWEEN ${value(today)} AND ${value(far)}`],
    [`item.due_by > ${value(far)}`, `item.yellow_on < item.due_by - ${mostYellowDays}`],
  ];
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

function conditionsOf(
  { roundId, scopeUnitId, unitId, state, light, today }: ItemFilter,
  sort: ItemSort,
  value: TakeValue,
): string[] {
  const conditions: string[] = [];
  if (scopeUnitId !== null) conditions.push(`item.unit_id = ${value(scopeUnitId)}`);
  if (roundId !== null) conditions.push(`item.round_id = ${value(roundId)}`);
  if (unitId !== null) conditions.push(`item.unit_id = ${value(unitId)}`);
  if (state !== null) conditions.push(`item.state = ${value(state)}`);
  if (light !== null) conditions.push(...lightIs(light, today, sort, value));
  return conditions;
}

/** Along the dates `due_by` says nothing more than the others; it tells the index where to begin and end. */
function lightIs(light: Light, today: LocalDate, sort: ItemSort, value: TakeValue): string[] {
  const isAlongDates = sort === 'due';
  switch (light) {
    case 'red':
      return [
        `item.phase = 'open'`,
        `item.red_on <= ${value(today)}`,
        ...(isAlongDates ? [`item.due_by < ${value(today)}`] : []),
      ];
    case 'yellow':
      return [`item.phase = 'open'`, `item.yellow_on <= ${value(today)}`, `item.red_on > ${value(today)}`];
    case 'green':
      return [`item.phase = 'open'`, `item.yellow_on > ${value(today)}`];
    case 'idle':
    case 'done':
      return [`item.phase = ${value(light)}`];
  }
}
