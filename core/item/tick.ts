/** What the clock alone makes of an item. */
import { datesAfterPause } from './dates.ts';
import type { ItemEvent } from './event.ts';
import { settle } from '../rules/deadlines.ts';
import type { Item } from './item.ts';
import { answerDueOn } from './letter.ts';
import { dueStep } from './ladder.ts';
import { implied } from './impossible.ts';
import type { Step } from './step.ts';
import { isReviewAsked } from './turn.ts';
import { addWorkingDays } from '../rules/calendar.ts';
import type { Rules } from '../rules/rules.ts';
import { addDays, addMonths, localDate, type Instant, type LocalDate } from '../time.ts';

/** The event of the step that is due now, or null when there is nothing to do before {@link nextWake}. */
export function tick(item: Item, rules: Rules, now: Instant): ItemEvent | null {
  const due = dueStep(item, rules, now);
  if (due === null) return null;
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
        dueOn: checkpointDueOn(due.step, rules, now),
      };
    case 'standingReview':
      return {
        type: 'reviewReached',
        ...ticked,
        reviewOn: nextReviewOn(due.step, rules, now),
        dueOn: reviewDueOn(item, rules, now),
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

type Came = Pick<Step, 'at' | 'dueOn'>;

/** By when the work is due that a checkpoint opens anew. */
export const checkpointDueOn = (came: Came, { policy, calendar }: Rules, now: Instant): LocalDate =>
  settle(policy, calendar, addDays(nextCountsFrom(came, now), policy.planDueDays));

export const nextReviewOn = (came: Came, { policy, calendar }: Rules, now: Instant): LocalDate =>
  settle(policy, calendar, addMonths(nextCountsFrom(came, now), policy.standingReviewMonths));

/** By when the unit says how a standing item stands. One that has not said since the review before is as late as it was. */
export function reviewDueOn(item: Item, { policy, calendar }: Rules, now: Instant): LocalDate {
  if (isReviewAsked(item)) return implied(item.dueOn, item, 'a due date');
  return addWorkingDays(calendar, localDate(now), policy.returnDueWorkingDays);
}

/** Counted from the date itself, but after an outage from today: the next date must never lie behind. */
export function nextCountsFrom({ at, dueOn }: Came, now: Instant): LocalDate {
  const today = localDate(now);
  return today > localDate(at) ? today : dueOn;
}
