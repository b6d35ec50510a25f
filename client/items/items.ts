/** Items, read: lists with filters, and one item with its whole history. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import { cursorAt, idText, readCursor } from '../cursor.ts';
import { heldBack } from '../quarantine.ts';
import { notFound } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import type { HeldBack } from '../../core/held-back.ts';
import type { CommandType } from '../../core/item/acts.ts';
import { letterNames } from '../../core/i18n/letter-name.ts';
import { possibleActs } from '../../core/item/decide.ts';
import type { FindingSource, Item, ItemState, RiskGrade } from '../../core/item/item.ts';
import { stepsAhead } from '../../core/item/ladder.ts';
import { outlook, type Light } from '../../core/item/light.ts';
import { may } from '../../core/item/roles.ts';
import { isReturned, isTurnOf } from '../../core/item/turn.ts';
import type { Actor } from '../../core/actor.ts';
import { isLocalDate, localDate, type Instant } from '../../core/time.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf, itemsWithSameFiles } from '../../db/events.ts';
import { lettersOf } from '../../db/letters.ts';
import { isStatementCopied } from '../../core/item/review-hints.ts';
import {
  pageOfItems,
  placeOf,
  placeValues,
  type ItemFilter,
  type ItemPlace,
  type ItemSort,
} from '../../db/item-lists.ts';
import {
  readItem,
  readItemHead,
  roundsOfItems,
  type ItemHead,
  type ItemRecord,
  type ItemRound,
} from '../../db/items.ts';
import { roundTitle } from '../../db/rounds.ts';
import { openFaultsOf } from '../../db/faults.ts';
import { mailReceiptsOf } from '../../db/mails.ts';

export interface ItemSearch {
  readonly round?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: ItemState | undefined;
  readonly light?: Light | undefined;
  readonly grade?: RiskGrade | undefined;
  readonly source?: FindingSource | undefined;
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
  readonly sort: ItemSort;
  readonly limit: number;
  readonly after?: string | undefined;
}

export async function items(context: Context, actor: Actor, search: ItemSearch) {
  const { pool, now } = context;
  const asOf = now();
  const filter = filterOf(actor, search, localDate(asOf));
  const { sort, limit, after, ...narrowing } = search;
  const list = { ...narrowing, sort };
  const begin = after === undefined ? null : placeIn(list, sort, after);
  const seen = seenBy(pool, actor);
  const page = await pageOfItems(seen, filter, sort, begin, limit);
  const last = page.items.at(-1);
  const rounds = await roundsOfItems(seen, [...new Set(page.items.map(({ roundId }) => roundId))]);
  const broken = await openFaultsOf(
    pool,
    'broken',
    page.items.map(({ id }) => id),
  );
  return {
    items: page.items.map((record) => ({
      ...rowOf(record, roundOf(rounds, record), actor, asOf),
      isBroken: broken.has(record.id),
    })),
    total: page.total,
    next: page.hasMore && last !== undefined ? cursorAt(list, placeValues(placeOf(sort, last))) : null,
    asOf,
  };
}

export async function item(context: Context, actor: Actor, itemId: string) {
  const { pool, now } = context;
  const { record, round } = await readableItem(context, actor, itemId);
  const { item } = record;
  const seen = seenBy(pool, actor);
  const links = await eventsOf(seen, itemId);
  const chainVerified = firstBreak(itemId, links) === null && links.length === item.seq;
  return {
    ...rowOf(record, round, actor, now()),
    item,
    events: links.map(({ event }) => event),
    sourceMeasures: [...record.sourceMeasures],
    heldBack: await heldBackOf(context, item),
    hints: scopeOf(actor) === null ? await hintsOf(context, record) : noHints,
    letters: (await lettersOf(seen, itemId)).map((row) => ({ ...row, name: letterNames(round.policy, row.kind) })),
    mails: await mailReceiptsOf(seen, itemId),
    stepsAhead: stepsAhead(item, round).map(({ kind, at, dueOn, level, letter, unknownYears }) => ({
      kind,
      at,
      dueOn,
      level,
      letter: letter === null ? null : letterNames(round.policy, letter),
      unknownYears: [...unknownYears],
    })),
    chainVerified,
    isBroken: !chainVerified || (await openFaultsOf(pool, 'broken', [itemId])).size > 0,
  };
}

/** What it is judged by. */
export async function rulesOfItem({ pool }: Pick<Context, 'pool'>, actor: Actor, itemId: string) {
  const { round } = await readableHead({ pool }, actor, itemId);
  const { id, policy, calendar } = round;
  return { id, title: await roundTitle(seenBy(pool, actor), id), policy, calendar };
}

/** Files of the item that are given to nobody, and why. */
async function heldBackOf(
  context: Pick<Context, 'pool' | 'scanner'>,
  { evidence }: Item,
): Promise<{ readonly evidenceId: string; readonly because: HeldBack }[]> {
  const held = await heldBack(context, evidence);
  return evidence.flatMap(({ id, sha256 }) => {
    const because = held.get(sha256);
    return because === undefined ? [] : [{ evidenceId: id, because }];
  });
}

interface Hints {
  /** What was done is told in the words of what was to be done. */
  readonly isStatementCopied: boolean;
  /** Files that another item was handed too. */
  readonly sharedFiles: { readonly name: string; readonly itemId: string; readonly number: string }[];
}

const noHints: Hints = { isStatementCopied: false, sharedFiles: [] };

/** So many are enough to look closer. */
const mostShared = 20;

/** For whoever reviews: they see all items, so that naming another one tells them nothing new. */
async function hintsOf({ pool }: Pick<Context, 'pool'>, { id, item, title }: ItemRecord): Promise<Hints> {
  if (item.application === null) return noHints;
  const names = new Map(item.evidence.map(({ sha256, name }) => [sha256, name]));
  const shared = await itemsWithSameFiles(pool, id, [...names.keys()], mostShared);
  return {
    isStatementCopied: isStatementCopied(item, title),
    sharedFiles: shared.map(({ sha256, itemId, number }) => ({ name: names.get(sha256) ?? sha256, itemId, number })),
  };
}

export interface ReadHead {
  readonly head: ItemHead;
  readonly round: ItemRound;
}

export interface ReadItem {
  readonly record: ItemRecord;
  readonly round: ItemRound;
}

/** What one may not see is not there: the same words for both. */
export async function readableItem({ pool }: Pick<Context, 'pool'>, actor: Actor, itemId: string): Promise<ReadItem> {
  const seen = seenBy(pool, actor);
  const record = await readItem(seen, itemId);
  if (record === null || !may(actor, 'readItem', record.item)) throw notFound('item', itemId);
  const rounds = await roundsOfItems(seen, [record.roundId]);
  return { record, round: roundOf(rounds, record) };
}

/** The same for whoever acts, and needs neither its words nor its files. */
export async function readableHead({ pool }: Pick<Context, 'pool'>, actor: Actor, itemId: string): Promise<ReadHead> {
  const seen = seenBy(pool, actor);
  const head = await readItemHead(seen, itemId);
  if (head === null || !may(actor, 'readItem', head)) throw notFound('item', itemId);
  const rounds = await roundsOfItems(seen, [head.roundId]);
  return { head, round: roundOf(rounds, { id: itemId, ...head }) };
}

function roundOf(
  rounds: ReadonlyMap<string, ItemRound>,
  { id, roundId }: Pick<ItemRecord, 'id' | 'roundId'>,
): ItemRound {
  const round = rounds.get(roundId);
  if (round === undefined) throw new Error(`item ${id} has no round ${roundId}`);
  return round;
}

export function rowOf(record: ItemRecord, round: ItemRound, actor: Actor, now: Instant) {
  const { id, roundId, position, number, title, part, group, item } = record;
  return {
    id,
    roundId,
    position,
    number,
    title,
    part,
    group,
    state: item.state,
    ...outlookFor(item, round, actor, now),
    firstDueOn: item.firstDueOn,
    unitId: item.unitId,
    handlerId: item.handlerId,
    leadLeaderId: item.leadLeaderId,
    isReturned: isReturned(item),
    acts: actsNow(record, round, actor, now),
  };
}

function outlookFor(item: Item, round: ItemRound, actor: Actor, now: Instant) {
  const { turn, ...seen } = outlook(item, round, now);
  if (turn === null) return { ...seen, turn };
  const { party, act, personId, since, dueOn, workingDaysLeft } = turn;
  const isMine = isTurnOf(actor, item, turn);
  return {
    ...seen,
    turn: {
      ...{ party, act, personId, since, dueOn, workingDaysLeft, isMine },
      ...{ unitIds: [...turn.unitIds], unknownYears: [...turn.unknownYears] },
    },
  };
}

/** Before the launch an item can only be given to people: everything else needs its workflow. */
const actsNow = ({ item }: Pick<ItemRecord, 'item'>, round: ItemRound, actor: Actor, now: Instant): CommandType[] =>
  possibleActs(item, actor, round, now).filter((act) => act === 'assign' || round.state !== 'draft');

function filterOf(actor: Actor, search: ItemSearch, today: string): ItemFilter {
  return {
    today,
    roundId: search.round ?? null,
    scopeUnitId: scopeOf(actor),
    unitId: search.unit ?? null,
    state: search.state ?? null,
    light: search.light ?? null,
    grade: search.grade ?? null,
    source: search.source ?? null,
    words: search.q?.split(/\s+/).filter((word) => word !== '') ?? [],
    waitsFor: search.mine === true ? actor : null,
  };
}

/** `infinity` stands for no date. */
const placeSchemas = {
  position: z.tuple([idText, z.int32()]),
  due: z.tuple([z.string().refine((date) => date === 'infinity' || isLocalDate(date)), idText]),
};

function placeIn(list: unknown, sort: ItemSort, cursor: string): ItemPlace {
  if (sort === 'position') {
    const [roundId, position] = readCursor(list, placeSchemas.position, cursor);
    return { sort, roundId, position };
  }
  const [dueBy, id] = readCursor(list, placeSchemas.due, cursor);
  return { sort, dueBy, id };
}
