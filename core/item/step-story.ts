/**
 * Why a mail or letter leaves when it does: for each step of time, taken or ahead, and for each act that somebody is told of,
 * the date it speaks of, the count from there and the days that did not count.
 */
import type { ItemEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { blankItem } from './blank-item.ts';
import type { Item } from './item.ts';
import { lateFrom, stepsAhead } from './ladder.ts';
import { mailsOf, type MailLineKind } from './mail.ts';
import { takenFor, type Step, type StepKind } from './step.ts';
import { addWorkingDays, explain, workingDayUpTo, type DateExplanation, type SkippedDay } from '../rules/calendar.ts';
import type { Rules } from '../rules/rules.ts';
import { addDays, daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** How the day of a step is found. */
type Placing =
  /** On the date or, where that is a day off, beside it. */
  | { readonly kind: 'on' }
  | { readonly kind: 'before'; readonly days: number }
  /** `restedDays`: of a pause after the date, left out of the count. `postponed`: the letter before it had only just left. */
  | { readonly kind: 'after'; readonly workingDays: number; readonly restedDays: number; readonly postponed: boolean }
  | { readonly kind: 'again'; readonly last: LocalDate; readonly workingDays: number };

export interface StepStory {
  /** The fact of a step that was taken; null for one ahead. */
  readonly seq: number | null;
  readonly step: Step;
  /** When its mails leave; after an outage later than the slot of the step. */
  readonly sendAt: Instant;
  readonly placing: Placing;
  readonly skipped: readonly SkippedDay[];
  readonly madeUp: readonly LocalDate[];
}

/** A mail about an act leaves at the first slot after it; one that urges at once. */
export interface NewsStory {
  readonly seq: number;
  readonly kind: MailLineKind;
  readonly at: Instant;
  readonly sendAt: Instant;
  readonly skipped: readonly SkippedDay[];
}

export interface MailStories {
  readonly news: NewsStory[];
  readonly steps: StepStory[];
}

export function mailStories(
  events: readonly ItemEvent[],
  rules: Rules,
  { roundId, itemId }: Pick<Item, 'roundId' | 'itemId'>,
): MailStories {
  const news: NewsStory[] = [];
  const steps: StepStory[] = [];
  let item = blankItem(roundId, itemId);
  for (const event of events) {
    const before = item;
    item = evolve(before, event);
    const { seq, at } = event;
    if ('step' in event) {
      steps.push({ seq, step: event.step, sendAt: event.sendAt, ...placed(event.step, before, rules) });
      continue;
    }
    const [line] = mailsOf(event, item, rules);
    if (line === undefined) continue;
    const { skipped } = explain(rules.calendar, localDate(at), localDate(line.sendAt));
    news.push({ seq, kind: line.kind, at, sendAt: line.sendAt, skipped });
  }
  const ahead = stepsAhead(item, rules).map((step) => ({
    seq: null,
    step,
    sendAt: step.at,
    ...placed(step, item, rules),
  }));
  return { news, steps: [...steps, ...ahead] };
}

type Placed = Pick<StepStory, 'placing' | 'skipped' | 'madeUp'>;

/** @param item as it stood before the step */
function placed(step: Step, item: Item, rules: Rules): Placed {
  const { calendar } = rules;
  const { kind, dueOn } = step;
  const on = localDate(step.at);
  const placedBy = (placing: Placing, { skipped, madeUp }: Pick<DateExplanation, 'skipped' | 'madeUp'>): Placed => ({
    placing,
    skipped,
    madeUp,
  });
  const last = lastOf(kind, dueOn, item);
  if (last !== null) {
    const workingDays = rules.policy.repeatEveryWorkingDays;
    return placedBy({ kind: 'again', last, workingDays }, explain(calendar, last, on));
  }
  switch (kind) {
    case 'reminder':
    case 'planReminder': {
      const days = daysBefore(kind, dueOn, on, rules);
      return placedBy({ kind: 'before', days }, explain(calendar, on, addDays(dueOn, -days)));
    }
    case 'overdue':
    case 'letterUnanswered': {
      const from = lateFrom(item, dueOn);
      const workingDays = kind === 'overdue' ? Number(step.key.split('/').at(-1)) : 1;
      const postponed = kind === 'overdue' && on > addWorkingDays(calendar, from, workingDays);
      const restedDays = daysBetween(dueOn, from);
      return placedBy({ kind: 'after', workingDays, restedDays, postponed }, explain(calendar, from, on));
    }
    case 'signOverdue':
    case 'planOverdue':
    case 'measureBehind':
    case 'stillOverdue': {
      const workingDays = kind === 'stillOverdue' ? rules.policy.repeatEveryWorkingDays : 1;
      const placing = { kind: 'after', workingDays, restedDays: 0, postponed: false } as const;
      return placedBy(placing, explain(calendar, dueOn, on));
    }
    case 'returnDue':
    case 'reviewWaiting':
    case 'checkpoint':
    case 'pauseEnd':
    case 'standingReview':
      return placedBy(
        { kind: 'on' },
        on < dueOn ? explain(calendar, on, dueOn) : explain(calendar, addDays(dueOn, -1), on),
      );
  }
}

/** What comes again is counted from the day on which it last did; after the letters, from the last of them. */
function lastOf(kind: StepKind, dueOn: LocalDate, item: Item): LocalDate | null {
  switch (kind) {
    case 'signOverdue':
    case 'planOverdue':
    case 'returnDue':
    case 'letterUnanswered':
    case 'measureBehind':
    case 'reviewWaiting':
    case 'stillOverdue': {
      const last =
        takenFor(item, kind, dueOn).at(-1) ?? takenFor(item, 'overdue', kind === 'stillOverdue' ? dueOn : null).at(-1);
      return last === undefined ? null : localDate(last.at);
    }
    default:
      return null;
  }
}

/** As many days as the policy says; a reminder of other rules is measured. */
function daysBefore(kind: 'reminder' | 'planReminder', dueOn: LocalDate, on: LocalDate, { policy, calendar }: Rules) {
  const steps = kind === 'reminder' ? policy.reminders : policy.planReminders;
  const found = steps.findLast((step) => workingDayUpTo(calendar, addDays(dueOn, -step.daysBefore)) === on);
  return found?.daysBefore ?? daysBetween(on, dueOn);
}
