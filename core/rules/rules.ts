/** What an item is judged by: pinned to it at dispatch, replaced only by an act with a preview. */
import type { WorkCalendar } from './calendar.ts';
import type { Policy } from './policy.ts';
import type { Instant } from '../time.ts';

export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  /** Since when they stand, where they took the place of others under running items: nothing that lies before is made up for. */
  readonly since?: Instant;
}

/** Which rules they are: the policy's own number within its round, and the number of the calendar. */
export interface RulesVersion {
  readonly policy: number;
  readonly calendar: number;
}

/** More than there are rounds under way at once; beyond it, those asked for longest ago are forgotten. */
const mostKept = 200;

const kept = new Map<string, Rules>();

/**
 * Equal rules, and the days worked out from them, once in a process instead of once for each of thousands of items: some
 * 20 kB of an item that a worker keeps.
 */
export function sharedRules(rules: Rules): Rules {
  const content = JSON.stringify(rules);
  const shared = kept.get(content) ?? rules;
  kept.delete(content);
  kept.set(content, shared);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return shared;
}
