/** A policy as it was sent: by its name, or written out. */
import { Refused } from './refused.ts';
import { chosenPolicy } from '../core/rules/policies.ts';
import type { Policy } from '../core/rules/policy.ts';

/** @throws Refused policyFaults, with all of them */
export function policyOf(value: unknown): Policy {
  const reading = chosenPolicy(value);
  if ('faults' in reading) throw new Refused({ code: 'policyFaults', faults: reading.faults });
  return reading.policy;
}
