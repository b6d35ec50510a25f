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
  return {
    signDueOn: signDueOn(policy, calendar, dispatchedOn),
    planDueOn: settle(policy, calendar, addDays(startsOn, policy.planDueDays)),
    dueOn: settle(policy, calendar, addMonths(startsOn, policy.periodMonths)),
  };
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
