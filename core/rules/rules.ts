/** What an item is judged by: pinned to it at dispatch, replaced only by a rehearsed change. */
import type { WorkCalendar } from './calendar.ts';
import type { Policy } from './policy.ts';

export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
}
