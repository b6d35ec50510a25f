/** What a numbered letter asks for: by when to answer it, and which step of the ladder comes next. */
import { addWorkingDays, workingDayUpTo } from '../rules/calendar.ts';
import type { Rules } from '../rules/rules.ts';
import type { EscalationStep } from '../rules/policy.ts';
import { addDays, type LocalDate } from '../time.ts';

/** Working days to answer a letter after which nothing more would follow. */
const answerWithinWorkingDays = 5;

export interface LetterTerms {
  /** The last day of the answer, a working day: the next step starts on the one after. */
  readonly answerBy: LocalDate;
  /** Null on the last step of the ladder. */
  readonly next: { readonly on: LocalDate; readonly step: EscalationStep } | null;
}

/**
 * @param level the step of the ladder the letter is, 1 for the first
 * @param lateFrom the day that the steps count from
 */
export function letterTerms(
  { policy, calendar }: Rules,
  level: number,
  lateFrom: LocalDate,
  issuedOn: LocalDate,
): LetterTerms {
  const step = policy.escalations[level];
  if (step === undefined) return { answerBy: addWorkingDays(calendar, issuedOn, answerWithinWorkingDays), next: null };
  const planned = addWorkingDays(calendar, lateFrom, step.workingDaysAfter);
  // After an outage the steps keep a day between them, as the ladder does.
  const earliest = addWorkingDays(calendar, issuedOn, 1);
  const on = planned < earliest ? earliest : planned;
  return { answerBy: workingDayUpTo(calendar, addDays(on, -1)), next: { on, step } };
}
