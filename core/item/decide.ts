/**
 * What an item may become: a command is answered with the one event it leaves or with the reason why not.
 *
 * Three guards in this order: the state allows the act, the actor may act on this item, the facts fit. The first two alone
 * tell which buttons a person sees ({@link possibleActs}).
 */
import { allowedIn, commandTypes, rulesOfAct, type CommandType } from './acts.ts';
import type { CommandOf, ItemCommand } from './command.ts';
import { datesAfterApproval, datesAfterHold, datesAfterPlanReturn, datesOfNextUnit, grantedDates } from './dates.ts';
import type { EventOf, ItemEvent, ItemEventType } from './event.ts';
import { authorsOf, reviewersOf } from './four-eyes.ts';
import { answerDueOn, awaitedLetters } from './letter.ts';
import { refuseUrging, urgedNow } from './urging.ts';
import { nextSlot } from '../rules/calendar.ts';
import { letterRule } from '../rules/policy.ts';
import { refuseByFacts } from './guards.ts';
import { implied } from './impossible.ts';
import type { Item } from './item.ts';
import type { Rules } from '../rules/rules.ts';
import type { Decision, Refusal } from './refusal.ts';
import { may } from './roles.ts';
import type { Actor } from '../actor.ts';
import { endOfDay, type Instant } from '../time.ts';

/** The commands that the item's state allows and its ties grant to the actor: the buttons of the page. */
export function possibleActs(item: Item, actor: Actor, rules: Rules, now: Instant): CommandType[] {
  return commandTypes.filter((type) => refuseByStateOrRole(item, type, actor, rules, now) === null);
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
  if (authorsOf(item, type).includes(actor.personId))
    return rulesOfAct(type).judges === 'extensionRequest'
      ? { code: 'ownRequest', requesterId: actor.personId }
      : { code: 'ownApplication', applicantId: actor.personId };
  if (reviewersOf(item, type).includes(actor.personId)) return { code: 'alreadyReviewed', reviewerId: actor.personId };
  // For these acts the state alone does not tell; the others are ready.
  switch (type) {
    case 'grantExtension':
    case 'refuseExtension':
      return item.extensionRequest === null ? { code: 'noExtensionRequest' } : null;
    case 'signFor':
      return item.signature === null ? null : { code: 'alreadySignedFor', by: item.signature.by };
    case 'submitPlan':
      return item.signature === null ? { code: 'notSignedFor' } : null;
    case 'disown':
      return item.disownments.length < 2 ? null : { code: 'assignmentFinal', returns: item.disownments.length };
    case 'requestExtension':
      return refuseMoreTime(item, rules, now);
    case 'urge':
      return refuseUrging(item, rules, now);
    case 'answerLetter':
      return awaitedLetters(item).length === 0 ? { code: 'noLetterToAnswer' } : null;
    case 'unlist':
      return item.listedAt === null ? { code: 'notListed' } : null;
    default:
      return null;
  }
}

/** A wish for more time may come too late or too often, whatever it says. */
function refuseMoreTime(item: Item, { policy }: Rules, now: Instant): Refusal | null {
  if (item.extensionRequest !== null) return { code: 'extensionPending', until: item.extensionRequest.until };
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
    commandId: command.commandId,
  });
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
      return planSubmitted(acted('planSubmitted'), command, rules);
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
    case 'addEvidence': {
      const { sha256, name, measureIds } = command;
      return { ...acted('evidenceAdded'), evidenceId: `e${item.seq + 1}`, sha256, name, measureIds };
    }
    case 'requestClosure': {
      const { statement, unproven } = command;
      const evidenceIds = item.evidence.map(({ id }) => id);
      const explained = unproven.map(({ measureId, reason }) => ({ measureId, reason: reason.trim() }));
      return { ...acted('closureRequested'), statement: statement.trim(), evidenceIds, unproven: explained };
    }
    case 'return': {
      const { measureIds, reason, dueOn } = command;
      const moved = datesAfterHold(item, rules, now);
      return { ...acted('returned'), measureIds, reason: reason.trim(), dueOn, moved };
    }
    case 'endorse':
      return { ...acted('endorsed'), opinion: command.opinion.trim(), evidenceIds: pinned() };
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
