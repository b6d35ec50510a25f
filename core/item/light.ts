/** What a person sees of an item's prospects: the light, the days left and whose turn it is, derived from the item and the day. */
import { workingDaysBetween, workingDayUpTo } from '../rules/calendar.ts';
import { sinceHeld } from './dates.ts';
import { dateOf, judgedBy } from './item-dates.ts';
import { isFinished, type Item } from './item.ts';
import { behindOn } from './measures.ts';
import type { Rules } from '../rules/rules.ts';
import { levelReached } from './step.ts';
import { restsSince, turnOf, type Turn } from './turn.ts';
import { addDays, localDate, type Instant, type LocalDate } from '../time.ts';

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
  const dueOn = dateOf(item, judgedBy(item));
  const today = localDate(now);
  const left = (date: LocalDate | null): number | null =>
    date === null || isFinished(item) ? null : workingDaysBetween(rules.calendar, today, date);
  const turn = turnOf(item, rules);
  return {
    light: lightOf(item, dueOn, turn, rules, today),
    dueOn,
    workingDaysLeft: left(dueOn),
    escalationLevel: levelReached(item, dueOn),
    turn: turn === null ? null : { ...turn, workingDaysLeft: left(turn.dueOn) },
  };
}

/** What an item is judged by while others than the unit hold it, or it is paused. Null where the rules set them no date. */
export interface HeldDates {
  readonly dueOn: LocalDate | null;
  /** The working day before: a review is short. */
  readonly yellowOn: LocalDate | null;
}

/** @param turn of this item. Null while the unit has the item, and where it was late when it was handed over: that stays to be seen. */
export function heldDates(item: Item, turn: Turn | null, rules: Rules): HeldDates | null {
  if (restsSince(item) === null || item.dueOn === null || localDate(sinceHeld(item)) > item.dueOn) return null;
  const dueOn = turn?.dueOn ?? null;
  return { dueOn, yellowOn: dueOn === null ? null : workingDayUpTo(rules.calendar, addDays(dueOn, -1)) };
}

function lightOf(item: Item, dueOn: LocalDate | null, turn: Turn | null, rules: Rules, today: LocalDate): Light {
  if (isFinished(item)) return 'done';
  if (item.state === 'draft' || dueOn === null) return 'idle';
  const held = heldDates(item, turn, rules);
  if (held !== null) return colour(today, held.dueOn, held.yellowOn);
  const soonOn = addDays(dueOn, -rules.policy.yellowWithinDays);
  // An item that is behind its own plan is not on track, however far its due date.
  const behind = behindOn(item);
  return colour(today, dueOn, behind !== null && behind < soonOn ? behind : soonOn);
}

function colour(today: LocalDate, dueOn: LocalDate | null, yellowOn: LocalDate | null): Light {
  if (dueOn === null || yellowOn === null || today < yellowOn) return 'green';
  return today > dueOn ? 'red' : 'yellow';
}
