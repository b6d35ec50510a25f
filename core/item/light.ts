/** What a person sees of an item's prospects: the light, the days left and whose turn it is, derived from the item and the day. */
import { workingDaysBetween } from '../rules/calendar.ts';
import { isFinished, type Item } from './item.ts';
import type { Rules } from '../rules/rules.ts';
import { turnOf, type Turn } from './turn.ts';
import { daysBetween, localDate, type Instant, type LocalDate } from '../time.ts';

/** green ● on track · yellow ▲ due soon · red ■ overdue · done ✓ closed or cancelled · idle ○ not started */
export type Light = 'green' | 'yellow' | 'red' | 'done' | 'idle';

export const lights: readonly Light[] = ['red', 'yellow', 'green', 'idle', 'done'];

export interface Outlook {
  readonly light: Light;
  /** The date the item is judged by now: due date, checkpoint or review date. */
  readonly dueOn: LocalDate | null;
  /** Working days to the date; 0 today and on the days off right after it, negative when overdue. Null without a date. */
  readonly workingDaysLeft: number | null;
  /** Steps of the escalation ladder taken for the present due date. */
  readonly escalationLevel: number;
  /** Whose turn it is, with the working days left to them. */
  readonly turn: TurnToday | null;
}

interface TurnToday extends Turn {
  readonly workingDaysLeft: number | null;
}

export function outlook(item: Item, rules: Rules, now: Instant): Outlook {
  const dueOn = item.interim?.checkpointOn ?? item.standing?.reviewOn ?? item.dueOn;
  const today = localDate(now);
  const left = (date: LocalDate | null): number | null =>
    date === null || isFinished(item) ? null : workingDaysBetween(rules.calendar, today, date);
  const turn = turnOf(item, rules);
  return {
    light: lightOf(item, dueOn, rules, today),
    dueOn,
    workingDaysLeft: left(dueOn),
    escalationLevel: item.stepsTaken.filter(({ key }) => key.startsWith(`overdue/${dueOn}/`)).length,
    turn: turn === null ? null : { ...turn, workingDaysLeft: left(turn.dueOn) },
  };
}

function lightOf(item: Item, dueOn: LocalDate | null, { policy }: Rules, today: LocalDate): Light {
  if (isFinished(item)) return 'done';
  if (item.state === 'draft' || dueOn === null) return 'idle';
  // What was handed in before the date is with the reviewers: the unit is not late while they read.
  if (isWithReviewers(item) && item.application !== null && localDate(item.application.at) <= dueOn) return 'green';
  if (today > dueOn) return 'red';
  return daysBetween(today, dueOn) <= policy.yellowWithinDays ? 'yellow' : 'green';
}

const isWithReviewers = ({ state }: Item): boolean => state === 'submitted' || state === 'endorsed';
