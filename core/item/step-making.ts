/** How a step of the ladder is made, and how it comes again until somebody acts. */
import { addWorkingDays, unknownYears } from '../rules/calendar.ts';
import type { Addressee, EscalationStep } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import type { Item } from './item.ts';
import { takenFor, type Step, type StepKind } from './step.ts';
import type { ActingParty } from './turn.ts';
import { at, localDate, type LocalDate } from '../time.ts';

export function plainStep(
  kind: StepKind,
  dueOn: LocalDate,
  on: LocalDate,
  to: readonly Addressee[],
  rules: Rules,
): Step {
  const [earlier, later] = on < dueOn ? [on, dueOn] : [dueOn, on];
  return {
    kind,
    key: `${kind}/${dueOn}/${on}`,
    at: at(on, rules.policy.mailSlot),
    dueOn,
    to,
    level: 0,
    letter: null,
    proposesInterview: false,
    lists: false,
    unknownYears: unknownYears(rules.calendar, earlier, later),
  };
}

/** What a step of the escalation brings, whichever day it is taken on. @param level its position, 1 for the first */
export const escalating = (
  { letter, proposesInterview = false, lists = false }: EscalationStep,
  level: number,
): Pick<Step, 'level' | 'letter' | 'proposesInterview' | 'lists'> => ({
  level,
  letter: letter ?? null,
  proposesInterview,
  lists,
});

/** Who hears of it when somebody lets reminders pass. */
const above: Readonly<Record<ActingParty, readonly Addressee[]>> = {
  unit: ['leadLeader'],
  leadLeader: ['chief', 'inspectionOffice'],
  jointReviewers: ['chief', 'inspectionOffice'],
  inspectionOffice: ['chief'],
  admin: ['chief'],
};

/**
 * No reminder is the last one: once it was sent it comes again, counted from the day on which it was, so that nobody gets a
 * burst after an outage.
 */
export function again(first: Step, party: ActingParty, item: Item, rules: Rules): Step {
  const { kind, dueOn, to } = first;
  const sent = takenFor(item, kind, dueOn);
  const last = sent.at(-1);
  if (last === undefined) return notBeforeTheseRules(first, rules);
  const { repeatEveryWorkingDays, repeatUpwardFrom } = rules.policy;
  const on = addWorkingDays(rules.calendar, localDate(last.at), repeatEveryWorkingDays);
  const everybody = sent.length >= repeatUpwardFrom ? [...new Set([...to, ...above[party]])] : to;
  return notBeforeTheseRules(plainStep(kind, dueOn, on, everybody, rules), rules);
}

/** Rules that take the place of others bring no mail for a day that is over: what was to be said by then, those said. */
export const isOfTheseRules = (step: Step, { since }: Rules): boolean => since === undefined || step.at > since;

/** What comes again until it is done comes all the same, counted from the day on which these rules began. */
export function notBeforeTheseRules(step: Step, rules: Rules): Step {
  if (rules.since === undefined || isOfTheseRules(step, rules)) return step;
  const on = addWorkingDays(rules.calendar, localDate(rules.since), rules.policy.repeatEveryWorkingDays);
  return plainStep(step.kind, step.dueOn, on, step.to, rules);
}
