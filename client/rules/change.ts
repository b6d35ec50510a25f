/** What other rules would do to rounds under way: looked at before anybody says yes. Nothing is kept. */
import { requireMay, type Context } from '../context.ts';
import { pagesOf } from '../pages.ts';
import { policyOf } from '../policy.ts';
import { notFound } from '../refused.ts';
import type { RulesChange } from './rules-bodies.ts';
import type { Actor } from '../../core/actor.ts';
import { canonical } from '../../core/canonical.ts';
import type { EventOf, ItemEvent } from '../../core/item/event.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import type { DateMove } from '../../core/item/date-move.ts';
import { mailsOf } from '../../core/item/mail.ts';
import { movesOf } from '../../core/item/recount.ts';
import type { Policy } from '../../core/rules/policy.ts';
import type { Rules, RulesVersion } from '../../core/rules/rules.ts';
import { calendarVersions, type CalendarVersion } from '../../db/calendars.ts';
import { factsOfItems } from '../../db/events.ts';
import { recipientsOf } from '../../db/ledger.ts';
import type { Db } from '../../db/pool.ts';
import { itemsUnderRules, runningRounds, type RunningRound } from '../../db/round-rules.ts';

const pageSize = 200;

/** A round with the rules that are to take the place of its own. */
export interface ChangedRound {
  readonly round: RunningRound;
  readonly rules: Rules & { readonly calendarVersion: number };
  readonly isChanged: boolean;
}

/** An item with its dates that move. */
export interface MovedItem {
  readonly roundId: string;
  readonly itemId: string;
  readonly number: string;
  readonly moves: DateMove[];
  /** Who is told. */
  readonly told: string[];
}

export interface RulesPreview {
  readonly rounds: {
    readonly roundId: string;
    readonly title: string;
    readonly from: RulesVersion;
    readonly to: RulesVersion;
  }[];
  /** Items under way that were looked at. */
  readonly looked: number;
  readonly moved: MovedItem[];
}

export async function previewRules(context: Context, actor: Actor, change: RulesChange): Promise<RulesPreview> {
  requireMay(actor, 'changeRules');
  const { pool, now } = context;
  const rounds = await changedRounds(pool, change);
  const moved: MovedItem[] = [];
  let looked = 0;
  for (const changed of rounds)
    for await (const life of livesOf(pool, changed)) {
      looked += 1;
      const found = await movedItem(pool, actor, changed, life, now());
      if (found !== null) moved.push(found);
    }
  return {
    rounds: rounds
      .filter(({ isChanged }) => isChanged)
      .map(({ round, rules }) => ({
        roundId: round.id,
        title: round.title,
        from: { policy: round.policy.version, calendar: round.calendarVersion },
        to: versionOf(rules),
      })),
    looked,
    moved,
  };
}

export const versionOf = ({ policy, calendarVersion }: ChangedRound['rules']): RulesVersion => ({
  policy: policy.version,
  calendar: calendarVersion,
});

/** @throws Refused notFound for a round that is not under way and a calendar that is not there, policyFaults */
export async function changedRounds(db: Db, { rounds: ids, calendar, policy }: RulesChange): Promise<ChangedRound[]> {
  const versions = await calendarVersions(db);
  const wanted = calendar === undefined ? versions.at(-1) : versions.find(({ version }) => version === calendar);
  if (wanted === undefined) throw notFound('calendar', String(calendar));
  const rounds = await runningRounds(db, ids);
  const missing = ids?.find((id) => !rounds.some((round) => round.id === id));
  if (missing !== undefined) throw notFound('round', missing);
  const given = policy === undefined ? null : await policyOf(db, policy);
  return rounds.map((round) => changedBy(round, wanted, given));
}

/** Rules that are so already stay, whatever number came with them; else they are the next version. */
function changedBy(round: RunningRound, calendar: CalendarVersion, given: Policy | null): ChangedRound {
  const { version } = round.policy;
  const isSame = given === null || canonical({ ...given, version }) === canonical(round.policy);
  const policy = isSame ? round.policy : { ...given, version: version + 1 };
  const rules = { policy, calendar: calendar.years, calendarVersion: calendar.version };
  return { round, rules, isChanged: !isSame || calendar.version !== round.calendarVersion };
}

/** An item under way, and all that has happened to it. */
interface Life {
  readonly item: Item;
  readonly events: readonly ItemEvent[];
}

export async function* livesOf(db: Db, { round }: ChangedRound): AsyncGenerator<Life> {
  const pages = pagesOf(
    '',
    (afterId) => itemsUnderRules(db, round.id, afterId, pageSize),
    ({ itemId }) => itemId,
  );
  for await (const page of pages) {
    const facts = await factsOfItems(
      db,
      page.map(({ itemId }) => itemId),
    );
    for (const item of page) yield { item, events: facts.get(item.itemId) ?? [] };
  }
}

/** Null where nothing moves, and where these rules have moved it already. */
export async function movedItem(
  db: Db,
  actor: Actor,
  { round, rules }: ChangedRound,
  { item, events }: Life,
  now: string,
): Promise<MovedItem | null> {
  const to = versionOf(rules);
  if (events.some((event) => isMoveBy(event, to))) return null;
  const moves = movesOf({ events, item, before: round, startsOn: round.startsOn, after: rules }, now);
  if (moves.length === 0) return null;
  const { roundId, itemId, number, seq } = item;
  const by = actor.personId;
  const event: EventOf<'datesMoved'> = {
    ...{ type: 'datesMoved', seq: seq + 1, at: now, by, commandId: '', reason: '' },
    ...{ moves, rules: to },
  };
  const told = new Set<string>();
  for (const line of mailsOf(event, evolve(item, event), rules))
    for (const id of await recipientsOf(db, item, line, by)) told.add(id);
  return { roundId, itemId, number, moves, told: [...told] };
}

const isMoveBy = (event: ItemEvent, { policy, calendar }: RulesVersion): boolean =>
  event.type === 'datesMoved' && event.rules.policy === policy && event.rules.calendar === calendar;
