/**
 * How the dates of an item move with the turn: the clock runs against whoever's turn it is, and only against them. What others
 * held, the unit gets back in days; a unit that is given the item later than the first has the whole period before it.
 */
import { workingDayFrom } from '../rules/calendar.ts';
import { planDateAhead, settle, signDueOn, type Deadlines } from '../rules/deadlines.ts';
import type { Rules } from '../rules/rules.ts';
import { implied } from './impossible.ts';
import type { HandedIn, Item } from './item.ts';
import { restOf, resumedAt } from './pause.ts';
import { restsSince, turnOf } from './turn.ts';
import { addDays, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** The dates once others have held the item: as many days later as they did. Null where nothing moves. */
export const datesAfterHold = (item: Item, rules: Rules, now: Instant): Deadlines | null =>
  unlessTheSame(item, datesGivenBack(item, rules, now, item.state === 'assigned'));

function datesGivenBack(item: Item, rules: Rules, now: Instant, isPlanAwaited: boolean): Deadlines {
  const { signDueOn, planDueOn, dueOn } = datesOf(item);
  const { since, heldDays, heldDaysOfDue } = heldFor(item, rules, now);
  // What was late when it was handed over was late by the unit's own doing.
  const later = (date: LocalDate, days: number): LocalDate => (since > date ? date : movedBy(days, date, rules));
  return {
    signDueOn: signDueOn === null || item.signature !== null ? signDueOn : later(signDueOn, heldDays),
    planDueOn: isPlanAwaited ? later(planDueOn, heldDays) : planDueOn,
    dueOn: item.dueIsFixed ? dueOn : later(dueOn, heldDaysOfDue),
  };
}

export interface Held {
  readonly since: LocalDate;
  /** Calendar days for which others have held the item. */
  readonly heldDays: number;
  /** Those of them that move the due date. */
  readonly heldDaysOfDue: number;
}

/** For how long others have held the item. @throws ImpossibleItem when nobody does */
export function heldFor(item: Item, rules: Rules, now: Instant): Held {
  const since = localDate(sinceHeld(item));
  // The days of a pause come with its end.
  const heldDays = item.pause === null ? daysBetween(since, localDate(now)) : 0;
  return { since, heldDays, heldDaysOfDue: isPlanRead(item) ? daysTooLong(item, rules, now) : heldDays };
}

/** Since when the unit has waited, through whoever held the item in between. */
export function sinceHeld(item: Item): Instant {
  if (item.state === 'submitted' || item.state === 'endorsed')
    return implied(item.application, item, 'an application').at;
  const since = implied(restsSince(item), item, 'a holder');
  // The days of a pause were given back when it ended.
  const resumed = resumedAt(item);
  return resumed !== null && resumed > since ? resumed : since;
}

/** A wish is open or the item is paused: its dates rest whatever else is decided, and the days come with that end. */
const isHeldBesides = ({ extensionRequest, pauseRequest, pause }: Item): boolean =>
  extensionRequest !== null || pauseRequest !== null || pause !== null;

const isPlanRead = (item: Item): boolean =>
  (item.state === 'planned' || item.revision !== null) && !isHeldBesides(item);

/** Making a plan and reading it is part of the period; reading it longer than the rules allow is not. */
function daysTooLong(item: Item, rules: Rules, now: Instant): number {
  const decideBy = turnOf(item, rules)?.dueOn ?? null;
  return decideBy === null ? 0 : Math.max(0, daysBetween(decideBy, localDate(now)));
}

/** Of a plan that was approved. While a wish is open, or the item paused, it stays held. */
export const datesAfterApproval = (item: Item, rules: Rules, now: Instant): Deadlines | null =>
  isHeldBesides(item) ? null : datesAfterHold(item, rules, now);

/** Of a plan that comes back: its new date always lies ahead, with time to write it anew. A revised one leaves one in force. */
export function datesAfterPlanReturn(item: Item, rules: Rules, now: Instant): Deadlines | null {
  if (item.revision !== null) return datesAfterApproval(item, rules, now);
  const { signDueOn, planDueOn, dueOn } = isHeldBesides(item) ? datesOf(item) : datesGivenBack(item, rules, now, true);
  return unlessTheSame(item, { signDueOn, planDueOn: planDateAhead(rules, planDueOn, dueOn, localDate(now)), dueOn });
}

/**
 * Of what the unit took back: it gets the days for which others had it, and no more. A plan withdrawn after its date is as
 * late as it was, for no reviewer asked for another.
 */
export function datesAfterWithdrawal(item: Item, what: HandedIn, rules: Rules, now: Instant): Deadlines | null {
  if (what !== 'extensionRequest' && isHeldBesides(item)) return null;
  return unlessTheSame(item, datesGivenBack(item, rules, now, what === 'plan' || item.state === 'assigned'));
}

/** Of a pause that ends: as many days later as it lasted, but for what was set meanwhile and what a higher body set. */
export function datesAfterPause(item: Item, rules: Rules, now: Instant): Deadlines | null {
  const pause = implied(item.pause, item, 'a pause');
  const { since, days } = restOf(pause, now);
  const { signDueOn, planDueOn, dueOn } = datesOf(item);
  const later = (date: LocalDate, before: LocalDate | null): LocalDate =>
    date !== before || since > date ? date : movedBy(days, date, rules);
  return unlessTheSame(item, {
    signDueOn: signDueOn === null || item.signature !== null ? signDueOn : later(signDueOn, pause.dates.signDueOn),
    planDueOn: item.state === 'assigned' ? later(planDueOn, pause.dates.planDueOn) : planDueOn,
    dueOn: item.dueIsFixed ? dueOn : later(dueOn, pause.dates.dueOn),
  });
}

/** The dates of a unit that gets the item after another gave it back: every period runs from its own assignment. */
export function datesOfNextUnit(item: Item, rules: Rules, now: Instant): Deadlines {
  const { policy, calendar } = rules;
  const today = localDate(now);
  const lostDays = daysBetween(localDate(implied(item.dispatchedAt, item, 'a dispatch')), today);
  const own = movedBy(lostDays, implied(item.firstDueOn, item, 'a first due date'), rules);
  const present = datesOf(item);
  // An extension that the unit before was granted stays.
  const dueOn = own > present.dueOn && !item.dueIsFixed ? own : present.dueOn;
  const planDueOn = lostDays === 0 ? present.planDueOn : movedBy(policy.planDueDays, today, rules);
  return { signDueOn: signDueOn(policy, calendar, today), planDueOn: planDueOn < dueOn ? planDueOn : dueOn, dueOn };
}

const movedBy = (days: number, date: LocalDate, { policy, calendar }: Rules): LocalDate =>
  days === 0 ? date : settle(policy, calendar, addDays(date, days));

/** As they stand. @throws ImpossibleItem before the launch */
export const datesOf = (item: Item): Deadlines => ({
  signDueOn: item.signDueOn,
  planDueOn: implied(item.planDueOn, item, 'a date for its plan'),
  dueOn: implied(item.dueOn, item, 'a due date'),
});

const unlessTheSame = (item: Item, moved: Deadlines): Deadlines | null =>
  moved.dueOn === item.dueOn && moved.planDueOn === item.planDueOn && moved.signDueOn === item.signDueOn ? null : moved;

/** The date that was asked for; where the answer came too late for it, as many days later as it was waited for. */
function grantedDate({ until, at }: { until: LocalDate; at: Instant }, rules: Rules, now: Instant): LocalDate {
  const today = localDate(now);
  return until > today ? until : movedBy(daysBetween(localDate(at), today), until, rules);
}

export function grantedDates(item: Item, rules: Rules, now: Instant): Deadlines {
  const dueOn = grantedDate(implied(item.extensionRequest, item, 'a request for more time'), rules, now);
  return { ...(datesAfterHold(item, rules, now) ?? datesOf(item)), dueOn };
}

export function grantedPauseEnd(item: Item, rules: Rules, now: Instant): LocalDate {
  const asked = implied(item.pauseRequest, item, 'a request for a pause');
  return workingDayFrom(rules.calendar, grantedDate(asked, rules, now));
}
