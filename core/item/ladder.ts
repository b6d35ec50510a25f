/**
 * The ladder of an item: every step that time alone will take, from its deadlines, policy and calendar.
 *
 * The steps are computed, never stored; what is stored is which of them were taken. A step's key names the deadline it
 * belongs to, so a moved deadline brings a new ladder and leaves the old one behind.
 */
import { addWorkingDays, nextSlot, workingDayFrom, workingDayUpTo } from '../rules/calendar.ts';
import type { Rules } from '../rules/rules.ts';
import { implied } from './impossible.ts';
import type { Item, Pause } from './item.ts';
import { openMeasureDates } from './measures.ts';
import { again, escalating, isOfTheseRules, plainStep } from './step-making.ts';
import { levelReached, takenFor, type Step, type StepKind } from './step.ts';
import { daysRestedAfter, resumedAt } from './pause.ts';
import { addresseeOf, isReviewAsked, restsSince, returnDueOn, turnOf, type Turn } from './turn.ts';
import { unansweredSteps } from './unanswered.ts';
import { addDays, at, instant, localDate, millis, type Instant, type LocalDate } from '../time.ts';

/** Items wake spread over this time before the slot, so that ten thousand due on one day wake one or two a second. */
export const wakeWindowMs = 2 * 3_600_000;

/** When the item wakes for a step: before the slot, spread by its id. */
export function wakeAt(item: Pick<Item, 'itemId'>, step: Pick<Step, 'at'>): Instant {
  return instant(millis(step.at) - spreadMs(item.itemId));
}

/** FNV-1a over the id: the same place in the window on every replay. */
function spreadMs(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return 60_000 + (hash % (wakeWindowMs - 60_000));
}

/** All steps ahead of the item in the order of their slots, those already taken or made pointless left out. */
export function stepsAhead(item: Item, rules: Rules): readonly Step[] {
  const taken = new Set(item.stepsTaken.map(({ key }) => key));
  return ladder(item, rules)
    .filter(({ key }) => !taken.has(key))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** When the item must wake next, or null when only a person can move it. */
export function nextWake(item: Item, rules: Rules): Instant | null {
  const wakes = stepsAhead(item, rules).map((step) => wakeAt(item, step));
  return wakes.reduce<Instant | null>((least, wake) => (least === null || wake < least ? wake : least), null);
}

export interface DueStep {
  readonly step: Step;
  readonly sendAt: Instant;
  readonly skipped: readonly string[];
}

/** Steps that speak of one deadline: a newer one makes the older pointless. The others stand beside each other. */
const deadlineOf: Readonly<Record<StepKind, StepKind>> = {
  signOverdue: 'signOverdue',
  planReminder: 'planOverdue',
  planOverdue: 'planOverdue',
  reminder: 'overdue',
  overdue: 'overdue',
  stillOverdue: 'stillOverdue',
  letterUnanswered: 'letterUnanswered',
  returnDue: 'returnDue',
  measureBehind: 'measureBehind',
  reviewWaiting: 'reviewWaiting',
  pauseEnd: 'pauseEnd',
  checkpoint: 'checkpoint',
  standingReview: 'standingReview',
};

/**
 * The one step to take now, or null. After an outage or a pause nobody gets a burst: of several reminders of a deadline only
 * the newest is sent and the others are skipped with it; of several letters the oldest goes first, and the next waits for
 * the next slot.
 */
export function dueStep(item: Item, rules: Rules, now: Instant): DueStep | null {
  const due = stepsAhead(item, rules).filter((step) => wakeAt(item, step) <= now);
  const oldest = due.at(0);
  if (oldest === undefined) return null;
  const ofOneDeadline = due.filter(({ kind }) => deadlineOf[kind] === deadlineOf[oldest.kind]);
  const step = ofOneDeadline.find(({ kind }) => kind === 'overdue') ?? ofOneDeadline.at(-1) ?? oldest;
  const skipped = ofOneDeadline.filter((other) => other !== step && other.kind !== 'overdue').map(({ key }) => key);
  const sendAt = now <= step.at ? step.at : nextSlot(rules.calendar, now, rules.policy.mailSlot);
  return { step, sendAt, skipped };
}

/** What comes again until the act or the answer that is wanted is there; while one does, the item is not said to be overdue besides. */
const repeating: readonly StepKind[] = ['signOverdue', 'planOverdue', 'returnDue', 'reviewWaiting', 'letterUnanswered'];

function ladder(item: Item, rules: Rules): Step[] {
  const turn = turnOf(item, rules);
  if (turn === null) return [];
  const steps = [...stepsOfTurn(turn, item, rules), ...stepsOfDates(item, rules)];
  const isAskedAgain = steps.some(({ kind }) => repeating.includes(kind));
  return steps.filter(({ kind }) => kind !== 'stillOverdue' || !isAskedAgain);
}

/** The reminders of whoever's turn it is. */
function stepsOfTurn(turn: Turn, item: Item, rules: Rules): Step[] {
  switch (turn.act) {
    case 'signFor':
      // Where nobody is reminded to sign, the plan is the first thing that is asked for again.
      return item.signDueOn === null
        ? repeatedPlanSteps(item, rules)
        : [...signSteps(item, rules), ...planSteps(item, rules).filter((step) => isOfTheseRules(step, rules))];
    case 'submitPlan':
      return repeatedPlanSteps(item, rules);
    case 'requestClosure':
      return returnSteps(item, rules);
    case 'assign':
    case 'approvePlan':
    case 'endorse':
    case 'concur':
    case 'approveClosure':
    case 'grantExtension':
    case 'grantPause':
      return decisionSteps(turn, item, rules);
    case 'reportProgress':
    case null:
      return [];
  }
}

/** What the dates of the item itself bring. They rest while somebody other than the unit holds the item, or it is paused. */
function stepsOfDates(item: Item, rules: Rules): Step[] {
  if (item.pause !== null) return pauseSteps(item.pause, rules);
  if (restsSince(item) !== null) return [];
  switch (item.state) {
    case 'assigned':
    case 'planned':
    case 'inProgress':
    case 'reopened':
      return [...dueSteps(item, rules), ...unansweredSteps(item, rules), ...measureSteps(item, rules)];
    case 'interim':
      return checkpointSteps(item, rules);
    case 'standing':
      return [...(isReviewAsked(item) ? dueSteps(item, rules) : []), ...standingSteps(item, rules)];
    case 'draft':
    case 'disowned':
    case 'submitted':
    case 'endorsed':
    case 'closed':
    case 'cancelled':
      return [];
  }
}

function signSteps(item: Item, rules: Rules): Step[] {
  const { signDueOn } = item;
  if (signDueOn === null) return [];
  const on = addWorkingDays(rules.calendar, signDueOn, 1);
  return [again(plainStep('signOverdue', signDueOn, on, ['handler', 'liaison'], rules), 'unit', item, rules)];
}

function planSteps(item: Item, rules: Rules): Step[] {
  if (item.immediate) return [];
  const planDueOn = implied(item.planDueOn, item, 'a date for its plan');
  const reminders = rules.policy.planReminders.map(({ daysBefore, to }) =>
    plainStep('planReminder', planDueOn, workingDayUpTo(rules.calendar, addDays(planDueOn, -daysBefore)), to, rules),
  );
  const overdueOn = addWorkingDays(rules.calendar, planDueOn, 1);
  const overdue = plainStep('planOverdue', planDueOn, overdueOn, ['handler', 'liaison', 'leadLeader'], rules);
  const ahead = newestPerDay(reminders).filter((step) => isOfTheseRules(step, rules) && isAfterPause(item, step));
  return [...ahead, overdue].filter((step) => isAfterDeadlineWasSet(item, step));
}

const repeatedPlanSteps = (item: Item, rules: Rules): Step[] =>
  planSteps(item, rules).map((step) => (step.kind === 'planOverdue' ? again(step, 'unit', item, rules) : step));

function dueSteps(item: Item, rules: Rules): Step[] {
  const dueOn = implied(item.dueOn, item, 'a due date');
  const reminders = rules.policy.reminders.map(({ daysBefore, to, letter = null }) => {
    const on = workingDayUpTo(rules.calendar, addDays(dueOn, -daysBefore));
    return { ...plainStep('reminder', dueOn, on, to, rules), letter };
  });
  const lastLetterAt = takenFor(item, 'overdue', dueOn).at(-1)?.at;
  const reached = levelReached(item, dueOn);
  const escalations = rules.policy.escalations.map((step, index): Step => {
    const planned = at(
      addWorkingDays(rules.calendar, lateFrom(item, dueOn), step.workingDaysAfter),
      rules.policy.mailSlot,
    );
    const notBefore = lastLetterAt === undefined ? planned : slotAfterLetterOf(lastLetterAt, rules);
    return {
      ...plainStep('overdue', dueOn, localDate(planned), step.to, rules),
      key: `overdue/${dueOn}/${step.workingDaysAfter}`,
      at: planned < notBefore ? notBefore : planned,
      ...escalating(step, index + 1),
    };
  });
  const taken = new Set(item.stepsTaken.map(({ key }) => key));
  // What nobody answered has climbed past some of the dates.
  const untaken = escalations.filter(
    (step) => !taken.has(step.key) && step.level > reached && isOfTheseRules(step, rules),
  );
  return [
    ...newestPerDay(reminders).filter(
      (step) => isAfterDeadlineWasSet(item, step) && isOfTheseRules(step, rules) && isAfterPause(item, step),
    ),
    ...(untaken.length > 0 ? untaken : [overdueStill(item, dueOn, lastLetterAt, rules)]),
  ];
}

/** The day that the steps after a due date count from. */
export const lateFrom = (item: Pick<Item, 'pauses'>, dueOn: LocalDate): LocalDate =>
  addDays(dueOn, daysRestedAfter(dueOn, item));

/** After the last step of the escalation the unit goes on being reminded. */
function overdueStill(item: Item, dueOn: LocalDate, lastLetterAt: Instant | undefined, rules: Rules): Step {
  const lastOn = lastLetterAt === undefined ? dueOn : localDate(lastLetterAt);
  const on = addWorkingDays(rules.calendar, lastOn, rules.policy.repeatEveryWorkingDays);
  return again(plainStep('stillOverdue', dueOn, on, ['handler'], rules), 'unit', item, rules);
}

/** Each date of a measure that is not done, until the date of the whole, whose ladder says the rest. */
function measureSteps(item: Item, rules: Rules): Step[] {
  const dueOn = implied(item.dueOn, item, 'a due date');
  return openMeasureDates(item)
    .map((date) => {
      const on = addWorkingDays(rules.calendar, date, 1);
      return again(plainStep('measureBehind', date, on, ['handler', 'owner'], rules), 'unit', item, rules);
    })
    .filter((step) => localDate(step.at) <= dueOn);
}

function returnSteps(item: Item, rules: Rules): Step[] {
  const dueOn = returnDueOn(item);
  const returned = item.returns.at(-1);
  if (dueOn === null || returned === undefined) return [];
  const on = workingDayUpTo(rules.calendar, dueOn);
  if (at(on, rules.policy.mailSlot) <= returned.at) return [];
  return [again(plainStep('returnDue', dueOn, on, ['handler'], rules), 'unit', item, rules)];
}

function decisionSteps({ party, dueOn }: Turn, item: Item, rules: Rules): Step[] {
  const to = addresseeOf[party];
  if (dueOn === null || to === null || party === 'time' || party === 'pause') return [];
  return [again(plainStep('reviewWaiting', dueOn, dueOn, [to], rules), party, item, rules)];
}

function checkpointSteps(item: Item, rules: Rules): Step[] {
  const { checkpointOn } = implied(item.interim, item, 'an interim result');
  const on = workingDayFrom(rules.calendar, checkpointOn);
  return [plainStep('checkpoint', checkpointOn, on, ['handler', 'leadLeader'], rules)];
}

function pauseSteps({ until }: Pause, rules: Rules): Step[] {
  return [plainStep('pauseEnd', until, workingDayFrom(rules.calendar, until), ['handler', 'leadLeader'], rules)];
}

function standingSteps(item: Item, rules: Rules): Step[] {
  const { reviewOn } = implied(item.standing, item, 'a standing task');
  const on = workingDayFrom(rules.calendar, reviewOn);
  return [plainStep('standingReview', reviewOn, on, ['handler', 'leadLeader'], rules)];
}

/** Two reminders that a holiday pushes onto one day are one mail: the later step stands, for everybody either was for. */
function newestPerDay(steps: readonly Step[]): Step[] {
  const days = new Map<Instant, Step>();
  for (const step of steps) {
    const to = new Set([...(days.get(step.at)?.to ?? []), ...step.to]);
    days.set(step.at, { ...step, letter: step.letter ?? days.get(step.at)?.letter ?? null, to: [...to] });
  }
  return [...days.values()];
}

const isAfterDeadlineWasSet = (item: Item, step: Step): boolean => item.dueSetAt === null || step.at > item.dueSetAt;

/** What a pause kept back is not made up for. */
const isAfterPause = (item: Item, step: Step): boolean => step.at > (resumedAt(item) ?? '');

/** The slot after the one at which a letter decided at `moment` leaves: two letters never leave together. */
function slotAfterLetterOf(moment: Instant, { policy, calendar }: Rules): Instant {
  const left = nextSlot(calendar, moment, policy.mailSlot);
  return nextSlot(calendar, instant(millis(left) + 1), policy.mailSlot);
}
