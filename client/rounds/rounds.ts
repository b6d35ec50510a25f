/** Rounds, read: the list, one round, what a document would become. */
import { z } from 'zod';
import { requireMay, type Context } from '../context.ts';
import { cursorAt, idText, readCursor } from '../cursor.ts';
import { itemCount, noticeWithin } from './notice-shape.ts';
import { readAside } from './read-aside.ts';
import type { ReadDocument } from './read-on-thread.ts';
import { notFound } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import { unknownYears } from '../../core/rules/calendar.ts';
import { firstDeadlines } from '../../core/rules/deadlines.ts';
import type { Light } from '../../core/item/light.ts';
import type { Actor } from '../../core/actor.ts';
import { localDate, type Instant, type LocalDate } from '../../core/time.ts';
import { importOf, type ImportFact } from '../../db/imports.ts';
import { positionsOf } from '../../db/items.ts';
import {
  pageOfRounds,
  readRound,
  readSource,
  tallyOfRound,
  type RoundListing,
  type RoundPlace,
  type RoundRow,
  type RoundTally,
} from '../../db/rounds.ts';

export interface RoundSummary {
  readonly id: string;
  readonly title: string;
  readonly state: RoundRow['state'];
  readonly startsOn: LocalDate;
  readonly itemCount: number;
  readonly startedCount: number;
  readonly assignedCount: number;
  readonly closedCount: number;
  readonly lights: Readonly<Record<Light, number>>;
  readonly launchedAt: Instant | null;
  readonly completedAt: Instant | null;
}

export interface RoundDetail extends RoundSummary, Pick<RoundRow, 'notice' | 'policy' | 'calendar'> {
  readonly unknownYears: string[];
  readonly deadlines: { readonly planDueOn: LocalDate; readonly dueOn: LocalDate };
  /** Who made it of which file, for whoever may see the document; null for the others. */
  readonly imported: ImportFact | null;
}

export interface RoundSearch {
  readonly limit: number;
  readonly after?: string | undefined;
}

export async function rounds(context: Context, actor: Actor, { limit, after }: RoundSearch) {
  requireMay(actor, 'readRounds');
  const begin = after === undefined ? null : placeIn(after);
  const today = localDate(context.now());
  const unitId = scopeOf(actor);
  const found = await pageOfRounds(seenBy(context.pool, actor), today, unitId, begin, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rounds: page.map((row) => summaryOf(row, row, unitId)),
    next: found.length > limit && last !== undefined ? cursorAt('rounds', [last.createdAt, last.id]) : null,
  };
}

const placeSchema = z.tuple([z.iso.datetime(), idText]);

function placeIn(cursor: string): RoundPlace {
  const [createdAt, id] = readCursor('rounds', placeSchema, cursor);
  return { createdAt, id };
}

export async function round(context: Context, actor: Actor, id: string): Promise<RoundDetail> {
  requireMay(actor, 'readRounds');
  const unitId = scopeOf(actor);
  const today = localDate(context.now());
  const seen = seenBy(context.pool, actor);
  const row = await readRound(context.pool, id);
  const tally = await tallyOfRound(seen, id, today, unitId);
  // A round without an item that the reader sees is not there for them.
  if (row === null || tally.items === 0) throw notFound('round', id);
  const { policy, calendar, startsOn, launchedAt } = row;
  const launchedOn = launchedAt === null ? today : localDate(launchedAt);
  const { planDueOn, dueOn } = firstDeadlines({ policy, calendar }, startsOn, launchedOn);
  return {
    ...summaryOf(row, tally, unitId),
    // Whoever is shown every item by the ledger is told the whole, and nothing is read for it.
    notice:
      unitId === null && tally.items === row.itemCount
        ? row.notice
        : noticeWithin(row.notice, await positionsOf(seen, id, unitId), unitId === null),
    policy,
    calendar,
    unknownYears: unknownYears(calendar, startsOn, dueOn),
    deadlines: { planDueOn, dueOn },
    imported: unitId === null ? await importOf(context.pool, id) : null,
  };
}

/** The document as it came in, byte for byte: it tells of all items, so only whoever sees them all may read it. */
export async function roundSource(context: Context, actor: Actor, id: string): Promise<string> {
  requireMay(actor, 'readRounds');
  if (scopeOf(actor) !== null) throw notFound('round', id);
  const found = await readSource(seenBy(context.pool, actor), id);
  if (found === null) throw notFound('round', id);
  return found.source;
}

export type Preview = ReadDocument & { readonly itemCount: number };

/** Reads a document without keeping anything. @param given its text, or a file of any kind that is read */
export async function previewRound(actor: Actor, given: string | Uint8Array): Promise<Preview> {
  requireMay(actor, 'importRound');
  const read = await readAside(given);
  return { ...read, itemCount: itemCount(read.notice) };
}

/** @param unitId of whose items alone it tells; null for all */
function summaryOf(row: RoundListing, tally: RoundTally, unitId: string | null): RoundSummary {
  const { id, title, state, startsOn, startedCount, launchedAt, completedAt } = row;
  const { assigned, closed, red, yellow, green, idle, done } = tally;
  return {
    id,
    title,
    state,
    startsOn,
    itemCount: unitId === null ? row.itemCount : tally.items,
    startedCount: unitId === null ? startedCount : Math.min(startedCount, tally.items),
    assignedCount: assigned,
    closedCount: closed,
    lights: { red, yellow, green, idle, done },
    launchedAt,
    completedAt,
  };
}
