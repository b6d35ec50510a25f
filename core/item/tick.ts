/** What the clock alone makes of an item. */
import { datesAfterPause } from './dates.ts';
import type { ItemEvent } from './event.ts';
import { settle } from '../rules/deadlines.ts';
import type { Item } from './item.ts';
import { answerDueOn } from './letter.ts';
import { dueStep } from './ladder.ts';
import type { Rules } from '../rules/rules.ts';
import { addDays, addMonths, localDate, type Instant } from '../time.ts';

/** The event of the step that is due now, or null when there is nothing to do before {@link nextWake}. */
export function tick(item: Item, rules: Rules, now: Instant): ItemEvent | null {
  const due = dueStep(item, rules, now);
  if (due === null) return null;
  const { policy, calendar } = rules;
  // Counted from the date itself, but after an outage from today: the next date must never lie behind.
  const today = localDate(now);
  const from = today > localDate(due.step.at) ? today : due.step.dueOn;
  const { letter } = due.step;
  const answer = letter === null ? null : answerDueOn(letter, rules, due.sendAt);
  const ticked = { seq: item.seq + 1, at: now, by: null, ...due, ...(answer === null ? {} : { answerDueOn: answer }) };
  switch (due.step.kind) {
    case 'letterUnanswered':
      return { type: due.step.level === 0 ? 'reminded' : 'escalated', ...ticked };
    case 'overdue':
      return { type: 'escalated', ...ticked };
    case 'pauseEnd':
      return { type: 'pauseExpired', ...ticked, moved: datesAfterPause(item, rules, now) };
    case 'checkpoint':
      return {
        type: 'checkpointReached',
        ...ticked,
        dueOn: settle(policy, calendar, addDays(from, policy.planDueDays)),
      };
    case 'standingReview':
      return {
        type: 'reviewReached',
        ...ticked,
        reviewOn: settle(policy, calendar, addMonths(from, policy.standingReviewMonths)),
      };
    case 'signOverdue':
    case 'planReminder':
    case 'planOverdue':
    case 'reminder':
    case 'stillOverdue':
    case 'returnDue':
    case 'measureBehind':
    case 'reviewWaiting':
      return { type: 'reminded', ...ticked };
  }
}
