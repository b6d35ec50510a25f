/**
 * What an item may become: a command is answered with the one event it leaves or with the reason why not.
 *
 * Three guards in this order: the state allows the act, the actor may act on this item, the facts fit. The first two alone
 * tell which buttons a person sees ({@link possibleActs}).
 */
import { actsOfItems, allowedIn, rulesOfAct, type ActJudges, type CommandType } from './acts.ts';
import type { CommandOf, ItemCommand } from './command.ts';
import {
  datesAfterApproval,
  datesAfterHold,
  datesAfterPause,
  datesAfterPlanReturn,
  datesAfterWithdrawal,
  datesOfNextUnit,
  grantedDates,
  grantedPauseEnd,
} from './dates.ts';
import type { ItemEvent, ItemEventType } from './event.ts';
import { authorsOf, reviewersOf } from './four-eyes.ts';
import { answerDueOn, awaitedLetters } from './letter.ts';
import { refuseUrging, urgedNow } from './urging.ts';
import { nextSlot } from '../rules/calendar.ts';
import { letterRule } from '../rules/policy.ts';
import { refuseByFacts } from './guards.ts';
import { implied } from './impossible.ts';
import { awaitedUnits, stagesFor } from './joint-review.ts';
import { numbered } from './measures.ts';
import { restsInPause } from './pause.ts';
import type { Item } from './item.ts';
import type { Rules } from '../rules/rules.ts';
import type { Decision, Refusal } from './refusal.ts';
import { isJointReviewer, may } from './roles.ts';
import { handedIn } from './turn.ts';
import { namesUnder, type Actor } from '../actor.ts';
import { endOfDay, type Instant } from '../time.ts';

/** The commands that the item's state allows and its ties grant to the actor: the buttons of the page. */
export function possibleActs(item: Item, actor: Actor, rules: Rules, now: Instant): CommandType[] {
  return actsOfItems.filter((type) => refuseByStateOrRole(item, type, actor, rules, now) === null);
}

export function decide(item: Item, command: ItemCommand, rules: Rules, now: Instant): Decision<ItemEvent> {
  const refusal =
    refuseByStateOrRole(item, command.type, command.actor, rules, now) ?? refuseByFacts(item, command, rules, now);
  return refusal === null ? { event: eventOf(item, command, rules, now) } : { refusal };
}

function refuseByStateOrRole(item: Item, type: CommandType, actor: Actor, rules: Rules, now: Instant): Refusal | null {
  const states = allowedIn(type, rules.policy);
  if (!states.includes(item.state))
    return { code: 'notAllowedInState', command: type, state: item.state, allowedIn: states };
  if (!may(actor, type, item)) return { code: 'notYours', act: type };
  const names = namesUnder(actor);
  const author = authorsOf(item, type).find((id) => names.includes(id));
  if (author !== undefined)
    return wishes.some((wish) => wish === rulesOfAct(type).judges)
      ? { code: 'ownRequest', requesterId: author }
      : { code: 'ownApplication', applicantId: author };
  const reviewer = reviewersOf(item, type).find((id) => names.includes(id));
  if (reviewer !== undefined) return { code: 'alreadyReviewed', reviewerId: reviewer };
  return refuseUnasked(item, type, actor) ?? refuseUnready(item, type, rules, now);
}

/** Whoever takes part for no other reason than a joint review is asked while their unit is. */
function refuseUnasked(item: Item, type: CommandType, actor: Actor): Refusal | null {
  const awaited = awaitedUnits(item);
  const { unitId } = actor.standsFor ?? actor;
  if (!isJointReviewer(actor, type, item) || awaited.some((unit) => unit === unitId)) return null;
  const isReviewed = item.application !== null && item.application.stages.length > 0;
  return isReviewed ? { code: 'notAsked', awaited } : { code: 'notYours', act: type };
}

const wishes: readonly (ActJudges | undefined)[] = ['extensionRequest', 'pauseRequest'];

/** For these acts the state alone does not tell; the others are ready. */
function refuseUnready(item: Item, type: CommandType, rules: Rules, now: Instant): Refusal | null {
  if (item.pause !== null && restsInPause.includes(type)) return { code: 'paused', until: item.pause.until };
  switch (type) {
    case 'grantExtension':
    case 'refuseExtension':
      return item.extensionRequest === null ? { code: 'noExtensionRequest' } : null;
    case 'signFor':
      return item.signature === null ? null : { code: 'alreadySignedFor', by: item.signature.by };
    case 'submitPlan':
      return item.signature === null ? { code: 'notSignedFor' } : null;
    case 'approvePlan':
    case 'returnPlan':
      return item.state !== 'planned' && item.revision === null ? { code: 'noRevision' } : null;
    case 'revisePlan':
      return item.revision === null ? null : { code: 'revisionPending' };
    case 'withdraw':
      return handedIn(item) === null ? { code: 'nothingToWithdraw' } : null;
    case 'disown':
      return item.disownments.length < 2 ? null : { code: 'assignmentFinal', returns: item.disownments.length };
    case 'requestExtension':
      return refuseFixed(item) ?? refuseWish(item) ?? refuseMoreTime(item, rules, now);
    case 'setDueDate':
      return refuseFixed(item);
    case 'requestPause':
      return refuseWish(item);
    case 'grantPause':
    case 'refusePause':
      return item.pauseRequest === null ? { code: 'noPauseRequest' } : null;
    case 'endPause':
      return item.pause === null ? { code: 'notPaused' } : null;
    case 'urge':
      return refuseUrging(item, rules, now);
    case 'answerLetter':
      return awaitedLetters(item).length === 0 ? { code: 'noLetterToAnswer' } : null;
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding': {
      const awaited = awaitedUnits(item);
      return awaited.length === 0 ? null : { code: 'jointReviewOpen', awaited };
    }
    case 'unlist':
      return item.listedAt === null ? { code: 'notListed' } : null;
    default:
      return null;
  }
}

/** One wish at a time: nobody knows by when the rest is due until it is answered. */
function refuseWish({ extensionRequest, pauseRequest }: Item): Refusal | null {
  if (extensionRequest !== null) return { code: 'extensionPending', until: extensionRequest.until };
  return pauseRequest === null ? null : { code: 'pausePending', until: pauseRequest.until };
}

/** What a higher body set is changed by its own word alone. */
const refuseFixed = ({ dueIsFixed, dueOn }: Item): Refusal | null =>
  dueIsFixed && dueOn !== null ? { code: 'dueDateFixed', dueOn } : null;

/** A wish for more time may come too late or too often, whatever it says. */
function refuseMoreTime(item: Item, { policy }: Rules, now: Instant): Refusal | null {
  const dueOn = implied(item.dueOn, item, 'a due date');
  if (now >= endOfDay(dueOn)) return { code: 'extensionTooLate', dueOn };
  return item.extensions.length >= policy.maxExtensions
    ? { code: 'tooManyExtensions', most: policy.maxExtensions }
    : null;
}

function eventOf(item: Item, command: ItemCommand, rules: Rules, now: Instant): ItemEvent {
  const acted = <Type extends ItemEventType>(type: Type) => ({
    type,
    seq: item.seq + 1,
    at: now,
    by: command.actor.personId,
    ...(command.actor.standsFor === undefined ? {} : { forId: command.actor.standsFor.personId }),
    commandId: command.commandId,
  });
  const { policy } = rules;
  const pinned = () => implied(item.application, item, 'an application').evidenceIds;
  switch (command.type) {
    case 'assign': {
      const { unitId, handlerId, leadLeaderId } = command;
      const moved = item.dispatchedAt === null ? null : datesOfNextUnit(item, rules, now);
      return { ...acted('assigned'), unitId, handlerId, leadLeaderId, moved };
    }
    case 'signFor':
      return acted('signedFor');
    case 'disown':
      return { ...acted('disowned'), reason: command.reason.trim() };
    case 'submitPlan':
      return { ...acted('planSubmitted'), ...planOf(command, item), reviewed: policy.planReview !== 'none' };
    case 'revisePlan': {
      const reviewed = policy.planReview !== 'none';
      return { ...acted('planRevised'), ...planOf(command, item), reason: command.reason.trim(), reviewed };
    }
    case 'approvePlan':
      return { ...acted('planApproved'), moved: datesAfterApproval(item, rules, now) };
    case 'returnPlan':
      return {
        ...acted('planReturned'),
        reason: command.reason.trim(),
        moved: datesAfterPlanReturn(item, rules, now),
      };
    case 'reportProgress':
      return { ...acted('progressReported'), text: command.text.trim() };
    case 'recordProgress': {
      const { reporter, text, isDone, reportedOn, note, evidenceId, file } = command;
      const said = { reporter: reporter.trim(), text: text.trim(), isDone, reportedOn, note: note.trim() };
      return { ...acted('progressRecorded'), ...said, evidenceId, ...file };
    }
    case 'markMeasures':
      return { ...acted('measuresMarked'), measureStatuses: command.measureStatuses };
    case 'addEvidence': {
      const { evidenceId, file, measureIds, aboutOn } = command;
      return { ...acted('evidenceAdded'), evidenceId, ...file, measureIds, aboutOn };
    }
    case 'requestClosure': {
      const { statement, unproven } = command;
      const evidenceIds = item.evidence.map(({ id }) => id);
      const explained = unproven.map(({ measureId, reason }) => ({ measureId, reason: reason.trim() }));
      const stages = stagesFor(item, policy);
      return {
        ...{ ...acted('closureRequested'), statement: statement.trim(), evidenceIds, unproven: explained },
        ...(stages.length === 0 ? {} : { stages }),
      };
    }
    case 'withdraw': {
      const { what } = implied(handedIn(item), item, 'anything handed in');
      const moved = datesAfterWithdrawal(item, what, rules, now);
      return { ...acted('withdrawn'), what, reason: command.reason.trim(), moved };
    }
    case 'return': {
      const { measureIds, reason, dueOn } = command;
      const moved = datesAfterHold(item, rules, now);
      return { ...acted('returned'), measureIds, reason: reason.trim(), dueOn, moved };
    }
    case 'endorse':
      return { ...acted('endorsed'), opinion: command.opinion.trim(), evidenceIds: pinned() };
    case 'concur': {
      const unitId = implied(command.actor.unitId, item, 'a unit that agrees');
      return { ...acted('concurred'), opinion: command.opinion.trim(), evidenceIds: pinned(), unitId };
    }
    case 'approveClosure':
      return { ...acted('closed'), opinion: command.opinion.trim(), evidenceIds: pinned() };
    case 'acceptInterim': {
      const { opinion, checkpointOn } = command;
      return { ...acted('interimAccepted'), opinion: opinion.trim(), evidenceIds: pinned(), checkpointOn };
    }
    case 'acceptStanding': {
      const { opinion, reviewOn } = command;
      return { ...acted('standingAccepted'), opinion: opinion.trim(), evidenceIds: pinned(), reviewOn };
    }
    case 'requestExtension': {
      const { until, reason, progress } = command;
      return { ...acted('extensionRequested'), until, reason: reason.trim(), progress: progress.trim() };
    }
    case 'grantExtension': {
      const { dueOn: until, ...others } = grantedDates(item, rules, now);
      return { ...acted('extensionGranted'), until, ...others };
    }
    case 'refuseExtension': {
      const moved = datesAfterHold(item, rules, now);
      return { ...acted('extensionRefused'), reason: command.reason.trim(), moved };
    }
    case 'setDueDate':
      return { ...acted('dueDateSet'), dueOn: command.dueOn, reason: command.reason.trim() };
    case 'moveDates': {
      const { moves, rules: version, reason } = command;
      return { ...acted('datesMoved'), moves, rules: version, reason: reason.trim() };
    }
    case 'handOver': {
      const { as, fromId, toId } = command;
      return { ...acted('handedOver'), as, fromId, toId, reason: command.reason.trim() };
    }
    case 'fixDueDate':
      return { ...acted('dueDateFixed'), dueOn: command.dueOn, reason: command.reason.trim() };
    case 'requestPause':
      return { ...acted('pauseRequested'), until: command.pausedUntil, reason: command.reason.trim() };
    case 'grantPause': {
      const moved = datesAfterHold(item, rules, now);
      return { ...acted('paused'), until: grantedPauseEnd(item, rules, now), moved };
    }
    case 'refusePause': {
      const moved = datesAfterHold(item, rules, now);
      return { ...acted('pauseRefused'), reason: command.reason.trim(), moved };
    }
    case 'endPause': {
      const moved = datesAfterPause(item, rules, now);
      return { ...acted('pauseEnded'), reason: command.reason.trim(), moved };
    }
    case 'classify': {
      const { grade, sources, reason } = command;
      return { ...acted('classified'), grade, sources: [...new Set(sources)], reason: reason.trim() };
    }
    case 'urge': {
      const { to, act } = implied(urgedNow(item, rules), item, 'anybody to urge');
      return { ...acted('urged'), to, act };
    }
    case 'issueLetter': {
      const { letter, reason } = command;
      const sendAt = nextSlot(rules.calendar, now, rules.policy.mailSlot);
      const { to } = letterRule(rules.policy, letter);
      const due = answerDueOn(letter, rules, sendAt);
      return { ...acted('letterIssued'), letter, reason: reason.trim(), to, sendAt, answerDueOn: due };
    }
    case 'answerLetter':
      return { ...acted('letterAnswered'), letterSeq: command.letterSeq, answer: command.answer.trim() };
    case 'recordInterview': {
      const { heldOn, attendees, minutes } = command;
      return { ...acted('interviewHeld'), heldOn, attendees: attendees.trim(), minutes: minutes.trim() };
    }
    case 'unlist':
      return { ...acted('unlisted'), reason: command.reason.trim() };
    case 'cancel':
      return { ...acted('cancelled'), reason: command.reason.trim() };
    case 'reopen':
      return { ...acted('reopened'), reason: command.reason.trim(), dueOn: command.dueOn };
  }
}

/** A plan before any other numbers its measures anew; a revised one keeps those that are there in the same words. */
function planOf({ type, rootCause, measures }: CommandOf<'submitPlan' | 'revisePlan'>, item: Item) {
  const isRevision = type === 'revisePlan';
  const planned = isRevision ? numbered(measures, item.measures, item.lastMeasure) : numbered(measures, [], 0);
  return { rootCause: rootCause.trim(), measures: planned };
}
