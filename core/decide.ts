/**
 * What an item may become: a command is answered with the one event it leaves or with the reason why not.
 *
 * Three guards in this order: the state allows the act, the actor may act on this item, the facts fit. The first two alone
 * tell which buttons a person sees ({@link possibleActs}).
 */
import { isWorkingDay, workingDayFrom, workingDayUpTo } from './calendar.ts';
import { commandTypes, type CommandOf, type CommandType, type ItemCommand } from './command.ts';
import { signDueOn } from './deadlines.ts';
import type { EventOf, ItemEvent, ItemEventType } from './event.ts';
import type { Item, ItemState } from './item.ts';
import type { Rules } from './ladder.ts';
import type { Decision, Refusal, TextField } from './refusal.ts';
import { may, type Actor } from './roles.ts';
import { endOfDay, isLocalDate, localDate, type Instant, type LocalDate } from './time.ts';

const working: readonly ItemState[] = ['inProgress', 'reopened', 'standing'];

/** The states in which each command has a meaning. */
export const allowedIn: Readonly<Record<CommandType, readonly ItemState[]>> = {
  assign: ['draft'],
  signFor: ['assigned'],
  disown: ['assigned'],
  submitPlan: ['assigned'],
  approvePlan: ['planned'],
  returnPlan: ['planned'],
  reportProgress: ['inProgress', 'reopened', 'interim', 'standing'],
  addEvidence: ['inProgress', 'reopened', 'interim', 'standing'],
  requestClosure: working,
  return: ['submitted', 'endorsed'],
  endorse: ['submitted'],
  approveClosure: ['submitted', 'endorsed'],
  acceptInterim: ['submitted', 'endorsed'],
  acceptStanding: ['submitted', 'endorsed'],
  requestExtension: ['assigned', 'planned', 'inProgress', 'reopened'],
  grantExtension: ['assigned', 'planned', 'inProgress', 'reopened'],
  refuseExtension: ['assigned', 'planned', 'inProgress', 'reopened'],
  cancel: ['draft', 'assigned', 'planned', 'inProgress', 'submitted', 'endorsed', 'interim', 'standing', 'reopened'],
  reopen: ['closed'],
};

export const limits = { reason: 10, rootCause: 2, longText: 4000, measures: 50 } as const;

/** The commands that the item's state allows and its ties grant to the actor: the buttons of the page. */
export function possibleActs(item: Item, actor: Actor, rules: Rules): CommandType[] {
  return commandTypes.filter((type) => refuseByStateOrRole(item, type, actor, rules) === null);
}

export function decide(item: Item, command: ItemCommand, rules: Rules, now: Instant): Decision<ItemEvent> {
  const refusal =
    refuseByStateOrRole(item, command.type, command.actor, rules) ?? refuseByFacts(item, command, rules, now);
  return refusal === null ? { event: eventOf(item, command, rules, now) } : { refusal };
}

function refuseByStateOrRole(item: Item, type: CommandType, actor: Actor, rules: Rules): Refusal | null {
  if (!isAllowedIn(item, type, rules))
    return { code: 'notAllowedInState', command: type, state: item.state, allowedIn: allowedIn[type] };
  if (!may(actor, type, item)) return { code: 'notYours', act: type };
  switch (type) {
    case 'endorse':
    case 'return':
      return refuseOwnApplication(item, actor);
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding':
      return refuseOwnApplication(item, actor) ?? refuseSecondStage(item, actor);
    case 'approvePlan':
    case 'returnPlan':
      return item.plan?.by === actor.personId ? { code: 'ownApplication', applicantId: actor.personId } : null;
    case 'grantExtension':
    case 'refuseExtension':
      if (item.extensionRequest === null) return { code: 'noExtensionRequest' };
      return item.extensionRequest.by === actor.personId ? { code: 'ownRequest', requesterId: actor.personId } : null;
    case 'signFor':
      return item.signature === null ? null : { code: 'alreadySignedFor', by: item.signature.by };
    case 'submitPlan':
      return item.signature === null ? { code: 'notSignedFor' } : null;
    case 'disown':
      return item.disownments.length < 2 ? null : { code: 'assignmentFinal', returns: item.disownments.length };
    case 'requestExtension':
      return item.extensionRequest === null ? null : { code: 'extensionPending', until: item.extensionRequest.until };
    case 'assign':
    case 'reportProgress':
    case 'addEvidence':
    case 'requestClosure':
    case 'cancel':
    case 'reopen':
      return null;
  }
}

/** With endorsement required, the outside decision waits for it; without, a submitted application is decided at once. */
function isAllowedIn(item: Item, type: CommandType, { policy }: Rules): boolean {
  if (!allowedIn[type].includes(item.state)) return false;
  const endorses = policy.closureReview === 'endorseThenApprove';
  switch (type) {
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding':
      return item.state === (endorses ? 'endorsed' : 'submitted');
    case 'endorse':
      return endorses;
    default:
      return true;
  }
}

const refuseOwnApplication = (item: Item, actor: Actor): Refusal | null =>
  item.application?.by === actor.personId ? { code: 'ownApplication', applicantId: actor.personId } : null;

const refuseSecondStage = (item: Item, actor: Actor): Refusal | null =>
  item.endorsement?.by === actor.personId ? { code: 'alreadyReviewed', reviewerId: actor.personId } : null;

function refuseByFacts(item: Item, command: ItemCommand, rules: Rules, now: Instant): Refusal | null {
  const today = localDate(now);
  switch (command.type) {
    case 'assign':
    case 'signFor':
    case 'approvePlan':
    case 'grantExtension':
      return null;
    case 'disown':
    case 'returnPlan':
    case 'refuseExtension':
    case 'cancel':
      return refuseText('reason', command.reason, limits.reason);
    case 'submitPlan':
      return refusePlan(item, command);
    case 'reportProgress':
      return refuseText('text', command.text, 1);
    case 'addEvidence':
      return refuseEvidence(item, command);
    case 'requestClosure':
      return refuseApplication(item, command, rules);
    case 'return':
      return (
        (command.measureIds.length === 0 ? ({ code: 'noMeasureNamed' } as const) : null) ??
        refuseUnknownMeasures(item, command.measureIds) ??
        refuseText('reason', command.reason, limits.reason) ??
        refuseDate(command.dueOn, today, rules)
      );
    case 'endorse':
    case 'approveClosure':
      return refuseText('opinion', command.opinion, 0);
    case 'acceptInterim':
      return refuseText('opinion', command.opinion, 1) ?? refuseDate(command.checkpointOn, today, rules);
    case 'acceptStanding':
      return refuseText('opinion', command.opinion, 1) ?? refuseDate(command.reviewOn, today, rules);
    case 'requestExtension':
      return refuseExtension(item, command, rules, now);
    case 'reopen':
      return refuseText('reason', command.reason, limits.reason) ?? refuseDate(command.dueOn, today, rules);
  }
}

function refusePlan(item: Item, { rootCause, measures }: CommandOf<'submitPlan'>): Refusal | null {
  if (measures.length === 0) return { code: 'noMeasures' };
  if (measures.length > limits.measures)
    return { code: 'tooManyMeasures', most: limits.measures, given: measures.length };
  const cause = refuseText('rootCause', rootCause, limits.rootCause);
  if (cause !== null) return cause;
  for (const [index, { text, dueOn }] of measures.entries()) {
    const refusal = refuseText('measure', text, 2) ?? (dueOn === null ? null : refuseNoDate(dueOn));
    if (refusal !== null) return refusal;
    if (dueOn !== null && item.dueOn !== null && dueOn > item.dueOn)
      return { code: 'measureTooLate', index: index + 1, dueOn, latest: item.dueOn };
  }
  return null;
}

function refuseEvidence(item: Item, { sha256, name, measureIds }: CommandOf<'addEvidence'>): Refusal | null {
  if (measureIds.length === 0) return { code: 'noMeasureNamed' };
  const same = item.evidence.some(
    (evidence) => evidence.sha256 === sha256 && measureIds.every((id) => evidence.measureIds.includes(id)),
  );
  return refuseUnknownMeasures(item, measureIds) ?? (same ? { code: 'sameEvidence', name } : null);
}

function refuseApplication(
  item: Item,
  { statement, unproven }: CommandOf<'requestClosure'>,
  { policy }: Rules,
): Refusal | null {
  const explained = unproven.map(({ measureId }) => measureId);
  const short = unproven.find(({ reason }) => reason.trim().length < limits.reason);
  const missing = item.measures
    .map(({ id }) => id)
    .filter((id) => !explained.includes(id) && evidenceOf(item, id) < policy.evidencePerMeasure);
  return (
    refuseText('statement', statement, limits.reason) ??
    refuseUnknownMeasures(item, explained) ??
    (short === undefined ? null : refuseText('reason', short.reason, limits.reason)) ??
    (missing.length === 0 ? null : { code: 'evidenceMissing', measureIds: missing, least: policy.evidencePerMeasure })
  );
}

const evidenceOf = (item: Item, measureId: string): number =>
  item.evidence.filter(({ measureIds }) => measureIds.includes(measureId)).length;

function refuseExtension(
  item: Item,
  command: CommandOf<'requestExtension'>,
  rules: Rules,
  now: Instant,
): Refusal | null {
  const { dueOn } = item;
  if (dueOn !== null && now >= endOfDay(dueOn)) return { code: 'extensionTooLate', dueOn };
  if (item.extensions.length >= rules.policy.maxExtensions)
    return { code: 'tooManyExtensions', most: rules.policy.maxExtensions };
  return (
    refuseText('reason', command.reason, limits.reason) ??
    refuseText('progress', command.progress, 1) ??
    refuseDate(command.until, dueOn ?? localDate(now), rules)
  );
}

function refuseUnknownMeasures(item: Item, measureIds: readonly string[]): Refusal | null {
  const known = item.measures.map(({ id }) => id);
  const unknown = measureIds.filter((id) => !known.includes(id));
  return unknown.length === 0 ? null : { code: 'unknownMeasures', measureIds: unknown, known };
}

function refuseText(field: TextField, text: string, least: number): Refusal | null {
  const given = [...text.trim()].length;
  if (given < least) return { code: 'textTooShort', field, least, given };
  return given > limits.longText ? { code: 'textTooLong', field, most: limits.longText, given } : null;
}

const refuseNoDate = (date: string): Refusal | null => (isLocalDate(date) ? null : { code: 'notADate', given: date });

/** A date that people promise: a real day, later than `after`, and a working day. */
function refuseDate(date: LocalDate, after: LocalDate, { calendar }: Rules): Refusal | null {
  if (!isLocalDate(date)) return { code: 'notADate', given: date };
  if (date <= after) return { code: 'dateNotLater', given: date, after };
  if (isWorkingDay(calendar, date)) return null;
  return {
    code: 'dayOff',
    given: date,
    before: workingDayUpTo(calendar, date),
    after: workingDayFrom(calendar, date),
  };
}

function eventOf(item: Item, command: ItemCommand, rules: Rules, now: Instant): ItemEvent {
  const acted = <Type extends ItemEventType>(type: Type) => ({
    type,
    seq: item.seq + 1,
    at: now,
    by: command.actor.personId,
    commandId: command.commandId,
  });
  const pinned = item.application?.evidenceIds ?? [];
  switch (command.type) {
    case 'assign': {
      const { unitId, handlerId, leadLeaderId } = command;
      const signBy = item.dispatchedAt === null ? null : signDueOn(rules.policy, rules.calendar, localDate(now));
      return { ...acted('assigned'), unitId, handlerId, leadLeaderId, signDueOn: signBy };
    }
    case 'signFor':
      return acted('signedFor');
    case 'disown':
      return { ...acted('disowned'), reason: command.reason.trim() };
    case 'submitPlan':
      return planSubmitted(acted('planSubmitted'), command, rules);
    case 'approvePlan':
      return acted('planApproved');
    case 'returnPlan':
      return { ...acted('planReturned'), reason: command.reason.trim() };
    case 'reportProgress':
      return { ...acted('progressReported'), text: command.text.trim() };
    case 'addEvidence': {
      const { sha256, name, measureIds } = command;
      return { ...acted('evidenceAdded'), evidenceId: `e${item.evidence.length + 1}`, sha256, name, measureIds };
    }
    case 'requestClosure': {
      const { statement, unproven } = command;
      const evidenceIds = item.evidence.map(({ id }) => id);
      return { ...acted('closureRequested'), statement: statement.trim(), evidenceIds, unproven };
    }
    case 'return': {
      const { measureIds, reason, dueOn } = command;
      return { ...acted('returned'), measureIds, reason: reason.trim(), dueOn };
    }
    case 'endorse':
      return { ...acted('endorsed'), opinion: command.opinion.trim(), evidenceIds: pinned };
    case 'approveClosure':
      return { ...acted('closed'), opinion: command.opinion.trim(), evidenceIds: pinned };
    case 'acceptInterim': {
      const { opinion, checkpointOn } = command;
      return { ...acted('interimAccepted'), opinion: opinion.trim(), evidenceIds: pinned, checkpointOn };
    }
    case 'acceptStanding': {
      const { opinion, reviewOn } = command;
      return { ...acted('standingAccepted'), opinion: opinion.trim(), evidenceIds: pinned, reviewOn };
    }
    case 'requestExtension': {
      const { until, reason, progress } = command;
      return { ...acted('extensionRequested'), until, reason: reason.trim(), progress: progress.trim() };
    }
    case 'grantExtension':
      return { ...acted('extensionGranted'), until: item.extensionRequest?.until ?? '' };
    case 'refuseExtension':
      return { ...acted('extensionRefused'), reason: command.reason.trim() };
    case 'cancel':
      return { ...acted('cancelled'), reason: command.reason.trim() };
    case 'reopen':
      return { ...acted('reopened'), reason: command.reason.trim(), dueOn: command.dueOn };
  }
}

type Header = Pick<EventOf<'planSubmitted'>, 'type' | 'seq' | 'at' | 'by' | 'commandId'>;

function planSubmitted(header: Header, command: CommandOf<'submitPlan'>, { policy }: Rules): EventOf<'planSubmitted'> {
  const measures = command.measures.map(({ text, ownerId, dueOn }, index) => ({
    id: `m${index + 1}`,
    text: text.trim(),
    ownerId,
    dueOn,
  }));
  return { ...header, rootCause: command.rootCause.trim(), measures, reviewed: policy.planReview !== 'none' };
}
