/** A step as the ladder makes it, and as it comes again. */
import type { Item } from './item.ts';
import { takenFor, type Step, type StepKind } from './step.ts';
import type { Party } from './turn.ts';
import { addWorkingDays, unknownYears } from '../rules/calendar.ts';
import type { Addressee } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import { at, localDate, type LocalDate } from '../time.ts';

/** Who hears of it when somebody lets reminders pass. */
const above: Readonly<Record<Exclude<Party, 'time'>, readonly Addressee[]>> = {
  unit: ['leadLeader'],
  leadLeader: ['chief', 'inspectionOffice'],
  inspectionOffice: ['chief'],
  admin: ['chief'],
};

/**
 * No reminder is the last one: once it was sent it comes again, counted from the day on which it was, so that nobody gets a
 * burst after an outage.
 */
export function again(first: Step, party: Exclude<Party, 'time'>, item: Item, rules: Rules): Step {
  const { kind, dueOn, to } = first;
  const sent = takenFor(item, kind, dueOn);
  const last = sent.at(-1);
  if (last === undefined) return first;
  const { repeatEveryWorkingDays, repeatUpwardFrom } = rules.policy;
  const on = addWorkingDays(rules.calendar, localDate(last.at), repeatEveryWorkingDays);
  const everybody = sent.length >= repeatUpwardFrom ? [...new Set([...to, ...above[party]])] : to;
  return plainStep(kind, dueOn, on, everybody, rules);
}

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
