/**
 * Policies to choose from, each the practice of some county or city inspection office; every number may be changed afterwards.
 *
 * standard: {@link defaultPolicy}, six months · threeMonths, twoMonths: the same within a shorter concentrated period ·
 * fiveLetters 五书: guidance and reminder before the date, an admonition after it, then accountability · threeColours 三色督查单:
 * green at 20 days to the handler, yellow at 10 to the leader too, red to the chief once it is overdue.
 */
import { readPolicy, type PolicyReading } from './policy-faults.ts';
import { defaultPolicy, type Policy } from './policy.ts';

export const policyNames = ['standard', 'threeMonths', 'twoMonths', 'fiveLetters', 'threeColours'] as const;

export type PolicyName = (typeof policyNames)[number];

export const namedPolicies: Readonly<Record<PolicyName, Policy>> = {
  standard: defaultPolicy,
  threeMonths: { ...defaultPolicy, planDueDays: 30, periodMonths: 3 },
  twoMonths: { ...defaultPolicy, planDueDays: 15, periodMonths: 2, interimCheckpointMonths: 2, maxExtensions: 1 },
  fiveLetters: {
    ...defaultPolicy,
    reminders: [
      { daysBefore: 30, to: ['handler', 'leadLeader'] },
      { daysBefore: 7, to: ['handler', 'liaison', 'leadLeader'] },
      { daysBefore: 0, to: ['handler'] },
    ],
    escalations: [
      { workingDaysAfter: 1, to: ['handler', 'liaison', 'leadLeader'], letter: 'supervisionLetter' },
      { workingDaysAfter: 10, to: ['leadLeader', 'chief', 'inspectionOffice'], proposesInterview: true, lists: true },
    ],
  },
  threeColours: {
    ...defaultPolicy,
    yellowWithinDays: 20,
    reminders: [
      { daysBefore: 20, to: ['handler'] },
      { daysBefore: 10, to: ['handler', 'leadLeader'] },
    ],
    escalations: [
      { workingDaysAfter: 1, to: ['handler', 'liaison', 'chief'], letter: 'reminderLetter' },
      { workingDaysAfter: 5, to: ['leadLeader', 'chief'], letter: 'supervisionLetter' },
      { workingDaysAfter: 10, to: ['chief', 'inspectionOffice'], proposesInterview: true, lists: true },
    ],
  },
};

/** A policy by its name, or one that is written out. Never throws: either the policy or every fault in it. */
export function chosenPolicy(value: unknown): PolicyReading {
  if (typeof value !== 'string') return readPolicy(value);
  const name = policyNames.find((known) => known === value);
  if (name !== undefined) return { policy: namedPolicies[name] };
  return { faults: [{ path: '', code: 'notOneOf', allowed: policyNames.join(', '), given: JSON.stringify(value) }] };
}
