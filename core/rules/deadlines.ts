/** The first deadlines of an item, from the start of its round and the day of dispatch. */
import { addWorkingDays, workingDayFrom, type WorkCalendar } from './calendar.ts';

import type { Rules } from './rules.ts';
import type { Policy } from './policy.ts';
import { addDays, addMonths, type LocalDate } from '../time.ts';

export interface Deadlines {
  readonly signDueOn: LocalDate | null;
  readonly planDueOn: LocalDate;
  readonly dueOn: LocalDate;
}

/**
 * @param startsOn the day the period runs from, as a rule the day of feedback
 * @param dispatchedOn the day of launch: the sign-off clock starts here
 */
export function firstDeadlines({ policy, calendar }: Rules, startsOn: LocalDate, dispatchedOn: LocalDate): Deadlines {
  const dueOn = settle(policy, calendar, addMonths(startsOn, policy.periodMonths));
  const planDueOn = settle(policy, calendar, addDays(startsOn, policy.planDueDays));
  return {
    signDueOn: signDueOn(policy, calendar, dispatchedOn),
    // A round that is launched late asks for nothing that is over.
    planDueOn: planDateAhead({ policy, calendar }, planDueOn, dueOn, dispatchedOn),
    dueOn,
  };
}

/**
 * A plan is never asked for by a day that is over: then there is as much time as a return gives, within that of the whole.
 *
 * @param today the day on which it is asked for
 */
export function planDateAhead(
  { policy, calendar }: Rules,
  planDueOn: LocalDate,
  dueOn: LocalDate,
  today: LocalDate,
): LocalDate {
  if (planDueOn > today) return planDueOn;
  const soonest = addWorkingDays(calendar, today, policy.returnDueWorkingDays);
  return dueOn > today && dueOn < soonest ? dueOn : soonest;
}

/** The earliest start of a period that is not over on this day. */
export function earliestStart(rules: Rules, today: LocalDate): LocalDate {
  // A due date on a day off lies later than its month and day say, by no more than the longest holiday.
  let startsOn = addDays(addMonths(today, -rules.policy.periodMonths), -15);
  while (firstDeadlines(rules, startsOn, today).dueOn < today) startsOn = addDays(startsOn, 1);
  return startsOn;
}

/** By when the unit signs for what it was given on a day; null when the policy does not ask. */
export function signDueOn(policy: Policy, calendar: WorkCalendar, givenOn: LocalDate): LocalDate | null {
  const days = policy.signWithinWorkingDays;
  return days === null ? null : addWorkingDays(calendar, givenOn, days);
}

/** A due date that falls on a day off, as the policy has it. */
export function settle(policy: Policy, calendar: WorkCalendar, date: LocalDate): LocalDate {
  return policy.dueOnDayOff === 'keep' ? date : workingDayFrom(calendar, date);
}
