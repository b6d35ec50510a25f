/** The light, the overdue days and whose turn it is: all derived from the facts, so they can never disagree with them. */
import { workingDaysBetween } from '../rules/calendar.ts';
import type { CommandType } from './command.ts';
import { isFinished, type Deed, type Item } from './item.ts';
import type { Rules } from '../rules/rules.ts';
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
  /** By when the next act is wanted: signature and plan come before the whole. */
  readonly actBy: LocalDate | null;
  readonly actWorkingDaysLeft: number | null;
  /** Steps of the escalation ladder taken for the present due date. */
  readonly escalationLevel: number;
}

export function outlook(item: Item, rules: Rules, now: Instant): Outlook {
  const dueOn = item.interim?.checkpointOn ?? item.standing?.reviewOn ?? item.dueOn;
  const today = localDate(now);
  const left = (date: LocalDate | null): number | null =>
    date === null || isFinished(item) ? null : workingDaysBetween(rules.calendar, today, date);
  const actBy = firstWanted(item) ?? dueOn;
  const escalationLevel = item.stepsTaken.filter(({ key }) => key.startsWith(`overdue/${dueOn}/`)).length;
  return {
    light: lightOf(item, dueOn, rules, today),
    dueOn,
    workingDaysLeft: left(dueOn),
    actBy,
    actWorkingDaysLeft: left(actBy),
    escalationLevel,
  };
}

/** The date of what an assigned item is asked for first: the signature, then the plan where one is wanted. */
function firstWanted(item: Item): LocalDate | null {
  if (item.state !== 'assigned') return null;
  if (item.signature === null) return item.signDueOn;
  return item.immediate ? null : item.planDueOn;
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

export type Party = 'admin' | 'unit' | 'leadLeader' | 'inspectionOffice' | 'time';

/** Whose turn it is, for which act, since when. Computed, never set by hand. */
export interface WaitingOn {
  readonly party: Party;
  readonly act: CommandType | null;
  readonly since: Instant | null;
}

export function waitingOn(item: Item, { policy }: Rules): WaitingOn | null {
  const since = (...deeds: readonly (Pick<Deed, 'at'> | null | undefined)[]) =>
    deeds.reduce((latest: Instant | null, deed) => {
      if (deed === null || deed === undefined) return latest;
      return latest === null || deed.at > latest ? deed.at : latest;
    }, item.dispatchedAt);
  switch (item.state) {
    case 'draft':
    case 'disowned':
      return { party: 'admin', act: 'assign', since: since(item.disownments.at(-1)) };
    case 'assigned':
      if (item.signature === null) return { party: 'unit', act: 'signFor', since: item.dispatchedAt };
      return { party: 'unit', act: 'submitPlan', since: since(item.planReturns.at(-1), item.signature) };
    case 'planned':
      return { party: 'leadLeader', act: 'approvePlan', since: since(item.plan) };
    case 'inProgress':
    case 'reopened':
      if (item.extensionRequest !== null)
        return { party: 'inspectionOffice', act: 'grantExtension', since: item.extensionRequest.at };
      return { party: 'unit', act: 'requestClosure', since: since(...turnsToTheUnit(item)) };
    case 'submitted':
      return policy.closureReview === 'endorseThenApprove'
        ? { party: 'leadLeader', act: 'endorse', since: since(item.application) }
        : { party: 'inspectionOffice', act: 'approveClosure', since: since(item.application) };
    case 'endorsed':
      return { party: 'inspectionOffice', act: 'approveClosure', since: since(item.endorsement) };
    case 'interim':
      return { party: 'time', act: null, since: since(item.interim) };
    case 'standing':
      return { party: 'time', act: null, since: since(item.standing) };
    case 'closed':
    case 'cancelled':
      return null;
  }
}

/** What gives a running item back to its unit; the latest of them began its turn. */
const turnsToTheUnit = (item: Item): readonly (Pick<Deed, 'at'> | null | undefined)[] => [
  item.signature,
  item.plan,
  item.planApproval,
  item.returns.at(-1),
  item.extensions.at(-1),
  item.extensionRefusals.at(-1),
  item.stepsTaken.findLast(({ key }) => key.startsWith('checkpoint/')),
  item.reopenings.at(-1),
];
