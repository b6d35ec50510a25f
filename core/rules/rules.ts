/** What an item is judged by: pinned to it at dispatch, replaced only by a rehearsed change. */
import type { WorkCalendar } from './calendar.ts';
import type { Policy } from './policy.ts';

export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
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
