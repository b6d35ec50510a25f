/**
 * How the dates of an item move with the turn: the clock runs against whoever's turn it is, and only against them. What others
 * held, the unit gets back in days; a unit that is given the item later than the first has the whole period before it.
 */
import { planDateAhead, settle, signDueOn, type Deadlines } from '../rules/deadlines.ts';
import type { Rules } from '../rules/rules.ts';
import { implied } from './impossible.ts';
import type { Item } from './item.ts';
import { heldSince } from './turn.ts';
import { addDays, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** The dates once others have held the item: as many days later as they did. Null where nothing moves. */
export function datesAfterHold(item: Item, rules: Rules, now: Instant): Deadlines | null {
  const dueOn = implied(item.dueOn, item, 'a due date');
  const since = localDate(sinceHeld(item));
  const heldDays = daysBetween(since, localDate(now));
  // What was late when it was handed over was late by the unit's own doing.
  const later = (date: LocalDate): LocalDate => (since > date ? date : movedBy(heldDays, date, rules));
  const signDueOn = item.signDueOn === null || item.signature !== null ? item.signDueOn : later(item.signDueOn);
  return unlessTheSame(item, { signDueOn, planDueOn: later(planDateOf(item)), dueOn: later(dueOn) });
}

const planDateOf = (item: Item): LocalDate => implied(item.planDueOn, item, 'a date for its plan');

/** Since when the unit has waited, through whoever held the item in between. */
export function sinceHeld(item: Item): Instant {
  if (item.state === 'endorsed') return implied(item.application, item, 'an application').at;
  const whole = item.state === 'planned' ? { ...item, extensionRequest: null } : item;
  return implied(heldSince(whole), item, 'a holder');
}

/** Of a plan that was approved. While a wish for more time is open the item stays held: the days come with that answer. */
export const datesAfterApproval = (item: Item, rules: Rules, now: Instant): Deadlines | null =>
  item.extensionRequest === null ? datesAfterHold(item, rules, now) : null;

/** Of a plan that comes back: its new date always lies ahead, with time to write it anew. */
export function datesAfterPlanReturn(item: Item, rules: Rules, now: Instant): Deadlines | null {
  const held = datesAfterApproval(item, rules, now);
  const { signDueOn, planDueOn, dueOn } = held ?? datesOf(item);
  return unlessTheSame(item, { signDueOn, planDueOn: planDateAhead(rules, planDueOn, dueOn, localDate(now)), dueOn });
}

/** The dates of a unit that gets the item after another gave it back: every period runs from its own assignment. */
export function datesOfNextUnit(item: Item, rules: Rules, now: Instant): Deadlines {
  const { policy, calendar } = rules;
  const today = localDate(now);
  const lostDays = daysBetween(localDate(implied(item.dispatchedAt, item, 'a dispatch')), today);
  const own = movedBy(lostDays, implied(item.firstDueOn, item, 'a first due date'), rules);
  const present = datesOf(item);
  // An extension that the unit before was granted stays.
  const dueOn = own > present.dueOn ? own : present.dueOn;
  const planDueOn = lostDays === 0 ? present.planDueOn : movedBy(policy.planDueDays, today, rules);
  return { signDueOn: signDueOn(policy, calendar, today), planDueOn: planDueOn < dueOn ? planDueOn : dueOn, dueOn };
}

const datesOf = (item: Item): Deadlines => ({
  signDueOn: item.signDueOn,
  planDueOn: planDateOf(item),
  dueOn: implied(item.dueOn, item, 'a due date'),
});

const movedBy = (days: number, date: LocalDate, { policy, calendar }: Rules): LocalDate =>
  days === 0 ? date : settle(policy, calendar, addDays(date, days));

const unlessTheSame = (item: Item, moved: Deadlines): Deadlines | null =>
  moved.dueOn === item.dueOn && moved.planDueOn === item.planDueOn && moved.signDueOn === item.signDueOn ? null : moved;

/** The date that was asked for; where the answer came too late for it, as many days later as it was waited for. */
export function grantedDates(item: Item, rules: Rules, now: Instant): Deadlines {
  const { until, at } = implied(item.extensionRequest, item, 'a request for more time');
  const today = localDate(now);
  const dueOn = until > today ? until : movedBy(daysBetween(localDate(at), today), until, rules);
  return { ...(datesAfterHold(item, rules, now) ?? datesOf(item)), dueOn };
}
