/**
 * What other rules make of the dates of an item: its facts are counted anew from the first on, as if these rules had stood all
 * along. What a person named stays as they named it; what was counted is counted again.
 */
import {
  datesAfterApproval,
  datesAfterHold,
  datesAfterPause,
  datesAfterPlanReturn,
  datesAfterWithdrawal,
  datesOfNextUnit,
  grantedDates,
} from './dates.ts';
import type { ItemEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { blankItem } from './blank-item.ts';
import type { Item } from './item.ts';
import { dateOf } from './item-dates.ts';
import type { DateMove } from './date-move.ts';
import { checkpointDueOn, nextReviewOn, reviewDueOn } from './tick.ts';
import { heldSince, isReviewAsked, turnOf } from './turn.ts';
import { addWorkingDays } from '../rules/calendar.ts';
import { firstDeadlines } from '../rules/deadlines.ts';
import type { Rules } from '../rules/rules.ts';
import { localDate, type Instant, type LocalDate } from '../time.ts';

/** The same fact, with the dates that these rules count for it. @param item before it, counted by these rules */
export function recounted(event: ItemEvent, item: Item, rules: Rules, startsOn: LocalDate): ItemEvent {
  const { at } = event;
  switch (event.type) {
    case 'dispatched':
      return { ...event, ...firstDeadlines(rules, startsOn, localDate(at)) };
    case 'assigned':
      return item.dispatchedAt === null ? event : { ...event, moved: datesOfNextUnit(item, rules, at) };
    case 'planApproved':
      return { ...event, moved: datesAfterApproval(item, rules, at) };
    case 'planReturned':
      return { ...event, moved: datesAfterPlanReturn(item, rules, at) };
    case 'withdrawn':
      return { ...event, moved: datesAfterWithdrawal(item, event.what, rules, at) };
    case 'returned':
    case 'extensionRefused':
    case 'paused':
    case 'pauseRefused':
      return { ...event, moved: datesAfterHold(item, rules, at) };
    case 'pauseEnded':
    case 'pauseExpired':
      return { ...event, moved: datesAfterPause(item, rules, at) };
    case 'extensionGranted': {
      const { dueOn: until, ...others } = grantedDates(item, rules, at);
      return { ...event, until, ...others };
    }
    case 'checkpointReached':
      return { ...event, dueOn: checkpointDueOn(event.step, rules, at) };
    case 'reviewReached':
      return { ...event, reviewOn: nextReviewOn(event.step, rules, at), dueOn: reviewDueOn(item, rules, at) };
    default:
      return event;
  }
}

/** The item as these rules alone make it: what earlier changes of rules moved is counted anew as well. */
function recountedItem(
  events: readonly ItemEvent[],
  { roundId, itemId }: Item,
  rules: Rules,
  startsOn: LocalDate,
): Item {
  return events
    .filter(({ type }) => type !== 'datesMoved')
    .reduce((item, event) => evolve(item, recounted(event, item, rules, startsOn)), blankItem(roundId, itemId));
}

interface Change {
  /** Of the item, and what it is judged by now. */
  readonly events: readonly ItemEvent[];
  readonly item: Item;
  readonly before: Rules;
  readonly startsOn: LocalDate;
  readonly after: Rules;
}

/**
 * The dates that move when other rules take the place of those before. A date that is over stays over, and none is moved onto
 * a day that is over: then there is as much time as a return gives, within what was promised.
 */
export function movesOf({ events, item, before, startsOn, after }: Change, now: Instant): DateMove[] {
  const today = localDate(now);
  const anew = recountedItem(events, item, after, startsOn);
  const moves = datesAhead(item).flatMap((date): DateMove[] => {
    const [from, counted] = [dateOf(item, date), dateOf(anew, date)];
    if (from === null || counted === null || from === counted) return [];
    if (counted > today) return [{ date, from, to: counted }];
    const soonest = addWorkingDays(after.calendar, today, after.policy.returnDueWorkingDays);
    return from > soonest ? [{ date, from, to: soonest }] : [];
  });
  return [...moves, ...turnMove(item, before, after)];
}

/** The dates that something still depends on. */
function datesAhead(item: Item): readonly Exclude<DateMove['date'], 'turn'>[] {
  const { state, signature, immediate } = item;
  switch (state) {
    case 'assigned':
      return [
        ...(signature === null ? (['signDue'] as const) : []),
        ...(immediate ? [] : (['planDue'] as const)),
        'due',
      ];
    case 'planned':
      return ['planDue', 'due'];
    case 'disowned':
    case 'inProgress':
    case 'submitted':
    case 'endorsed':
    case 'reopened':
      return ['due'];
    case 'standing':
      return isReviewAsked(item) ? ['review', 'due'] : ['review'];
    case 'draft':
    case 'interim':
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/** By when others decide is kept nowhere, and counted whenever it is asked for. */
function turnMove(item: Item, before: Rules, after: Rules): DateMove[] {
  if (heldSince(item) === null) return [];
  const [from, to] = [before, after].map((rules) => turnOf(item, rules)?.dueOn ?? null);
  return from === undefined || from === null || to === undefined || to === null || from === to
    ? []
    : [{ date: 'turn', from, to }];
}
