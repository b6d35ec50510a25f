/** A policy as it was sent: by its name, or written out. */
import { Refused } from './refused.ts';
import { chosenPolicy } from '../core/rules/policies.ts';
import type { PolicyFault } from '../core/rules/policy-faults.ts';
import type { Policy } from '../core/rules/policy.ts';
import type { Person } from '../core/people/people.ts';
import { listPeople } from '../db/people.ts';
import type { Db } from '../db/pool.ts';

/** @throws Refused policyFaults, with all of them */
export async function policyOf(db: Db, value: unknown): Promise<Policy> {
  const reading = chosenPolicy(value);
  if ('faults' in reading) throw new Refused({ code: 'policyFaults', faults: reading.faults });
  if (reading.policy.jointReview !== undefined) refuseUnaskable(reading.policy, await listPeople(db));
  return reading.policy;
}

/**
 * A unit where nobody could say yes or no would hold every application for ever.
 *
 * @throws Refused policyFaults
 */
export function refuseUnaskable({ jointReview = [] }: Policy, people: readonly Person[]): void {
  const deciders = people.filter(({ roles, hasLeft }) => roles.includes('supervisor') && !hasLeft);
  const known = [...new Set(deciders.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))].sort();
  const faults = jointReview.flatMap((stage, index) =>
    stage.flatMap((unit, place): PolicyFault[] =>
      known.includes(unit)
        ? []
        : [{ path: `jointReview[${index}][${place}]`, code: 'notOneOf', allowed: known.join(', '), given: unit }],
    ),
  );
  if (faults.length > 0) throw new Refused({ code: 'policyFaults', faults });
}
