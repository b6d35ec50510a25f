/**
 * Other rules take the place of those of rounds under way. First the rules, then new runs of the items, which begin with them,
 * then each date that moves, as a command to its item. Broken off anywhere, the same press does what is left; done, it does
 * nothing.
 */
import { requireMay, type Context } from '../context.ts';
import { act } from '../items/acts.ts';
import { inTurns } from '../items/in-turns.ts';
import { pagesOf } from '../pages.ts';
import { refusalOf, type AnyRefusal } from '../refused.ts';
import { requireWorker } from '../runs.ts';
import { changedRounds, livesOf, movedItem, versionOf, type ChangedRound, type MovedItem } from './change.ts';
import type { RulesToApply } from './rules-bodies.ts';
import type { Actor } from '../../core/actor.ts';
import { systemCommandId } from '../../core/ids.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { itemsToBegin, replaceRules } from '../../db/round-rules.ts';

export interface RulesApplied {
  readonly rounds: number;
  /** Items begun anew on the new rules, and those of which dates moved. */
  readonly begun: number;
  readonly moved: number;
  /** Items that somebody acted on meanwhile, or that did not answer: the same press again does them. */
  readonly refused: { readonly itemId: string; readonly refusal: AnyRefusal }[];
}

/** Begun in one call. */
const begunAtOnce = 200;

export async function applyRules(context: Context, actor: Actor, given: RulesToApply): Promise<RulesApplied> {
  requireMay(actor, 'changeRules');
  await requireWorker(context.temporal);
  const total = { rounds: 0, begun: 0, moved: 0 };
  const refused: RulesApplied['refused'] = [];
  for (const changed of await changedRounds(context.pool, given)) {
    const moving = await movingItems(context, actor, changed);
    if (changed.isChanged && (await writeRules(context, actor, changed, given.reason))) total.rounds += 1;
    total.begun += await beginOnTheseRules(context, changed.round.id);
    const pressed = await inTurns(moving, async (item) => ({
      itemId: item.itemId,
      refusal: await move(context, actor, changed, item, given.reason),
    }));
    for (const { itemId, refusal } of pressed)
      if (refusal === null) total.moved += 1;
      else refused.push({ itemId, refusal });
  }
  return { ...total, refused };
}

/** Seen before the rules change, for only then can it be told what others' dates were. */
async function movingItems({ pool, now }: Context, actor: Actor, changed: ChangedRound): Promise<MovedItem[]> {
  const moving = [];
  for await (const life of livesOf(pool, changed)) {
    const found = await movedItem(pool, actor, changed, life, now());
    if (found !== null) moving.push(found);
  }
  return moving;
}

/** @returns false where somebody else has changed them since */
function writeRules(
  { pool, now }: Context,
  actor: Actor,
  { round, rules }: ChangedRound,
  reason: string,
): Promise<boolean> {
  return transaction(pool, async (db) => {
    const [at, by] = [now(), actor.personId];
    if (!(await replaceRules(db, round, { ...rules, since: at }))) return false;
    const from = { policy: round.policy, calendarVersion: round.calendarVersion };
    const data = { from, policy: rules.policy, calendarVersion: rules.calendarVersion, reason };
    await insertRecordEvent(db, { kind: 'roundRulesChanged', recordId: round.id, at, by, data });
    return true;
  });
}

async function beginOnTheseRules({ pool, temporal }: Context, roundId: string): Promise<number> {
  const pages = pagesOf(
    '',
    (afterId) => itemsToBegin(pool, roundId, afterId, begunAtOnce),
    (itemId) => itemId,
  );
  let begun = 0;
  for await (const itemIds of pages) {
    await temporal.begin(itemIds);
    begun += itemIds.length;
  }
  return begun;
}

/** @returns why not, or null when it is done */
function move(
  context: Context,
  actor: Actor,
  { rules }: ChangedRound,
  { itemId, moves }: MovedItem,
  reason: string,
): Promise<AnyRefusal | null> {
  const version = versionOf(rules);
  const commandId = systemCommandId('rules', `${version.policy}/${version.calendar}`);
  return refusalOf(() => act(context, itemId, { type: 'moveDates', actor, commandId, moves, rules: version, reason }));
}
