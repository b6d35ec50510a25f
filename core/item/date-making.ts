/** How a fact makes a date of an item: told of each fact that set or moved one, with its start and its count. */
import { datesOfNextUnit, heldFor } from './dates.ts';
import type { EventOf, ItemEvent } from './event.ts';
import { implied } from './impossible.ts';
import { dateOf, type ItemDate } from './item-dates.ts';
import type { Item } from './item.ts';
import { restOf } from './pause.ts';
import { nextCountsFrom } from './tick.ts';
import { explain, type SkippedDay } from '../rules/calendar.ts';
import { settle } from '../rules/deadlines.ts';
import type { Rules, RulesVersion } from '../rules/rules.ts';
import { addDays, addMonths, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** From what a date is counted. */
export type CountStart =
  'roundStart' | 'dispatch' | 'assignment' | 'planReturn' | 'checkpoint' | 'review' | 'handedOver';

export type CountUnit = 'workingDays' | 'days' | 'months';

/** How a fact makes a date. Whatever else may come to move one is another kind. */
export type Making =
  | {
      readonly kind: 'counted';
      readonly start: CountStart;
      readonly from: LocalDate;
      readonly count: number;
      readonly unit: CountUnit;
    }
  /** Never later than the whole. */
  | { readonly kind: 'withDue' }
  /** Others held the item from `since` on: so many calendar days later than `from`. */
  | { readonly kind: 'givenBack'; readonly from: LocalDate; readonly since: LocalDate; readonly days: number }
  | {
      readonly kind: 'extended';
      readonly from: LocalDate;
      readonly askedBy: string;
      readonly askedAt: Instant;
      /** The date that was asked for: an answer after it grants more. */
      readonly asked: LocalDate;
      readonly reason: string;
    }
  /** The item rested from `since` on: so many calendar days later than `from`. */
  | {
      readonly kind: 'rested';
      readonly from: LocalDate;
      readonly since: LocalDate;
      readonly days: number;
      readonly askedBy: string;
      readonly agreedBy: string;
      readonly reason: string;
    }
  /** The end of a pause, as it was agreed. */
  | { readonly kind: 'pause'; readonly askedBy: string; readonly agreedBy: string; readonly reason: string }
  /** A higher body named the day. */
  | { readonly kind: 'fixed'; readonly from: LocalDate | null; readonly reason: string }
  /** Other rules came to count it. */
  | { readonly kind: 'recounted'; readonly from: LocalDate; readonly rules: RulesVersion; readonly reason: string }
  /** A person named the day. `from`: the date before; null where there was none. */
  | { readonly kind: 'chosen'; readonly from: LocalDate | null; readonly reason: string | null };

export interface CountedDays {
  /** Where the count itself led to, on a day off; null where it did not. */
  readonly landedOn: LocalDate | null;
  readonly skipped: readonly SkippedDay[];
  readonly madeUp: readonly LocalDate[];
  readonly unknownYears: readonly string[];
}

/** Null where the fact only uncovers a date that another one set. */
export function makingOf(
  date: ItemDate,
  event: ItemEvent,
  before: Item,
  rules: Rules,
  startsOn: LocalDate,
): Making | null {
  const { policy } = rules;
  const from = dateOf(before, date);
  const givenBack = (): Making | null => {
    if (from === null) return null;
    const { since, heldDays, heldDaysOfDue } = heldFor(before, rules, event.at);
    return { kind: 'givenBack', from, since, days: date === 'due' ? heldDaysOfDue : heldDays };
  };
  switch (event.type) {
    case 'dispatched':
      return dispatched(date, event, rules, startsOn);
    case 'assigned':
      return assignedAnew(date, event, before, rules);
    case 'planReturned':
      return date === 'planDue' ? writtenAnew(event, from, rules, givenBack()) : givenBack();
    case 'planApproved':
    case 'extensionRefused':
    case 'withdrawn':
    case 'paused':
    case 'pauseRefused':
      return givenBack();
    case 'pauseEnded':
    case 'pauseExpired':
      return rested(event.at, before, from);
    case 'returned': {
      const isNamed = date === 'returnDue' || (date === 'due' && event.dueOn > (event.moved?.dueOn ?? from ?? ''));
      return isNamed ? { kind: 'chosen', from, reason: event.reason } : givenBack();
    }
    case 'extensionGranted': {
      if (date !== 'due') return givenBack();
      const {
        by: askedBy,
        at: askedAt,
        until: asked,
        reason,
      } = implied(before.extensionRequest, before, 'a request for more time');
      return { kind: 'extended', from: implied(from, before, 'a due date'), askedBy, askedAt, asked, reason };
    }
    case 'dueDateSet':
    case 'reopened':
      return { kind: 'chosen', from, reason: event.reason };
    case 'interimAccepted':
    case 'standingAccepted':
      return { kind: 'chosen', from, reason: event.opinion === '' ? null : event.opinion };
    case 'dueDateFixed':
      if (date === 'due') return { kind: 'fixed', from, reason: event.reason };
      return from !== null && from > event.dueOn ? { kind: 'withDue' } : null;
    case 'datesMoved':
      return recountedBy(date, event);
    case 'checkpointReached':
      return counted('checkpoint', nextCountsFrom(event.step, event.at), policy.planDueDays, 'days');
    case 'reviewReached':
      return date === 'due'
        ? counted('review', localDate(event.at), policy.returnDueWorkingDays, 'workingDays')
        : counted('review', nextCountsFrom(event.step, event.at), policy.standingReviewMonths, 'months');
    default:
      return null;
  }
}

function rested(at: Instant, before: Item, from: LocalDate | null): Making | null {
  if (from === null) return null;
  const pause = implied(before.pause, before, 'a pause');
  const { requestedBy: askedBy, by: agreedBy, reason } = pause;
  return { kind: 'rested', from, ...restOf(pause, at), askedBy, agreedBy, reason };
}

function recountedBy(date: ItemDate, { moves, rules, reason }: EventOf<'datesMoved'>): Making | null {
  const move = moves.find((one) => one.date === date);
  return move === undefined ? null : { kind: 'recounted', from: move.from, rules, reason };
}

const counted = (start: CountStart, from: LocalDate, count: number, unit: CountUnit): Making => ({
  kind: 'counted',
  start,
  from,
  count,
  unit,
});

function dispatched(
  date: ItemDate,
  { at, planDueOn, dueOn }: EventOf<'dispatched'>,
  rules: Rules,
  startsOn: LocalDate,
): Making | null {
  const { policy, calendar } = rules;
  const today = localDate(at);
  switch (date) {
    case 'signDue':
      return counted('dispatch', today, policy.signWithinWorkingDays ?? 0, 'workingDays');
    case 'due':
      return counted('roundStart', startsOn, policy.periodMonths, 'months');
    case 'planDue': {
      if (planDueOn === settle(policy, calendar, addDays(startsOn, policy.planDueDays)))
        return counted('roundStart', startsOn, policy.planDueDays, 'days');
      // A round that is launched late asks for nothing that is over.
      return planDueOn === dueOn
        ? { kind: 'withDue' }
        : counted('dispatch', today, policy.returnDueWorkingDays, 'workingDays');
    }
    default:
      return null;
  }
}

/** Every period of the next unit runs from its own assignment. */
function assignedAnew(date: ItemDate, { at, moved }: EventOf<'assigned'>, before: Item, rules: Rules): Making | null {
  if (moved === null) return null;
  const { policy } = rules;
  const today = localDate(at);
  switch (date) {
    case 'signDue':
      return counted('assignment', today, policy.signWithinWorkingDays ?? 0, 'workingDays');
    case 'planDue': {
      const { planDueOn, dueOn } = datesOfNextUnit(before, rules, at);
      return planDueOn === dueOn ? { kind: 'withDue' } : counted('assignment', today, policy.planDueDays, 'days');
    }
    case 'due': {
      const since = localDate(implied(before.dispatchedAt, before, 'a dispatch'));
      const from = implied(before.firstDueOn, before, 'a first due date');
      return { kind: 'givenBack', from, since, days: daysBetween(since, today) };
    }
    default:
      return null;
  }
}

/** The date of a plan that comes back always lies ahead. */
function writtenAnew(
  { at, moved }: EventOf<'planReturned'>,
  from: LocalDate | null,
  { policy, calendar }: Rules,
  givenBack: Making | null,
): Making | null {
  if (moved === null || givenBack?.kind !== 'givenBack' || from === null) return givenBack;
  const backOn = settle(policy, calendar, addDays(from, givenBack.days));
  if (moved.planDueOn === backOn || moved.planDueOn === from) return givenBack;
  if (moved.planDueOn === moved.dueOn) return { kind: 'withDue' };
  return counted('planReturn', localDate(at), policy.returnDueWorkingDays, 'workingDays');
}

/** Which days did not count: of working days all between, else those that the count led to before a working day. */
export function daysOf(making: Making, on: LocalDate, { calendar }: Rules): CountedDays {
  const landed = landingOf(making);
  const isCountedByDay = making.kind === 'counted' && making.unit === 'workingDays';
  const from = isCountedByDay ? making.from : landed === null || landed >= on ? on : addDays(landed, -1);
  const { skipped, madeUp, unknownYears } = explain(calendar, from, on);
  const start =
    making.kind === 'counted' && making.from < on ? explain(calendar, making.from, on).unknownYears : unknownYears;
  return { landedOn: landed === null || landed === on ? null : landed, skipped, madeUp, unknownYears: start };
}

/** The day that a count of days or months leads to, before a day off moves it. */
function landingOf(making: Making): LocalDate | null {
  switch (making.kind) {
    case 'counted':
      if (making.unit === 'workingDays') return null;
      return making.unit === 'days' ? addDays(making.from, making.count) : addMonths(making.from, making.count);
    case 'givenBack':
    case 'rested':
      return addDays(making.from, making.days);
    case 'withDue':
    case 'pause':
    case 'fixed':
    case 'recounted':
    case 'extended':
    case 'chosen':
      return null;
  }
}
