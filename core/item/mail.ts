/**
 * Which mails a fact brings, to whom and when: lines for the outbox. Nobody gets a mail about an act of their own.
 *
 * Lines leave at slots. A person's lines of one slot become one digest; letters leave as mails of their own.
 */
import { nextSlot } from '../rules/calendar.ts';
import type { EventOf, ItemEvent } from './event.ts';
import type { HandedIn, Item } from './item.ts';
import type { DateMove } from './date-move.ts';
import type { Step, StepKind } from './step.ts';
import { stagesFor } from './joint-review.ts';
import { addresseeOf, turnOf } from './turn.ts';
import type { Rules } from '../rules/rules.ts';
import type { Addressee, LetterKind } from '../rules/policy.ts';
import type { Instant, LocalDate } from '../time.ts';

export type MailLineKind =
  | StepKind
  | 'assigned'
  | 'disowned'
  | 'planSubmitted'
  | 'planRevised'
  | 'planApproved'
  | 'planReturned'
  | 'progressRecorded'
  | 'closureRequested'
  | 'withdrawn'
  | 'returned'
  | 'endorsed'
  | 'concurred'
  | 'closed'
  | 'interimAccepted'
  | 'standingAccepted'
  | 'extensionRequested'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'dueDateSet'
  | 'datesMoved'
  | 'handedOver'
  | 'dueDateFixed'
  | 'pauseRequested'
  | 'paused'
  | 'pauseRefused'
  | 'pauseEnded'
  | 'cancelled'
  | 'reopened'
  | 'urged'
  | 'letterIssued'
  | 'letterAnswered'
  | 'unlisted';

/** Whoever holds an office or a tie when the line is written, one person by name, or those of a unit who decide. */
type Recipient = Addressee | { readonly personId: string } | { readonly unitId: string };

/** One line for one kind of recipient. Together with item and seq it is unique, so a retried commit adds nothing. */
export interface MailLine {
  readonly kind: MailLineKind;
  readonly to: Recipient;
  readonly sendAt: Instant;
  /** The deadline the line speaks of: a reminder is dropped when it no longer stands. */
  readonly dueOn: LocalDate | null;
  readonly letter: LetterKind | null;
}

/** @param item the item after the event */
export function mailsOf(event: ItemEvent, item: Item, rules: Rules): readonly MailLine[] {
  if ('step' in event) {
    const { kind, to, letter, dueOn } = event.step;
    return to.map((addressee) => ({ kind, to: addressee, sendAt: event.sendAt, dueOn, letter }));
  }
  if (event.type === 'letterIssued')
    return event.to.map((to) => ({
      ...{ kind: 'letterIssued', to, sendAt: event.sendAt, letter: event.letter },
      dueOn: event.answerDueOn,
    }));
  const slot = nextSlot(rules.calendar, event.at, rules.policy.mailSlot);
  if (event.type === 'handedOver')
    return [{ kind: 'handedOver', to: { personId: event.toId }, sendAt: slot, dueOn: item.dueOn, letter: null }];
  const news = newsOf(event, item, rules);
  if (news === null) return [];
  // Who urges does not wait for a slot.
  const sendAt = event.type === 'urged' ? event.at : slot;
  const everybody = new Set([...news.to, ...whoseTurnBegan(event, item, rules)]);
  return [...everybody].map((to) => ({ kind: news.kind, to, sendAt, dueOn: item.dueOn, letter: null }));
}

interface News {
  readonly kind: MailLineKind;
  /** Who hears of it no matter whose turn it is; possibly nobody. */
  readonly to: readonly Recipient[];
}

function newsOf(
  event: Exclude<ItemEvent, { readonly step: Step } | EventOf<'handedOver' | 'letterIssued'>>,
  item: Item,
  rules: Rules,
): News | null {
  const isAssigned = item.unitId !== null && item.dispatchedAt !== null;
  switch (event.type) {
    case 'imported':
    case 'signedFor':
    case 'progressReported':
    case 'measuresMarked':
    case 'classified':
    case 'evidenceAdded':
    case 'interviewHeld':
      return null;
    case 'assigned':
      // Before launch nothing leaves the house; the dispatch tells the unit.
      return isAssigned ? { kind: 'assigned', to: ['handler', 'liaison'] } : null;
    case 'dispatched':
      return { kind: 'assigned', to: ['handler', 'liaison'] };
    case 'planSubmitted':
    case 'planRevised':
      return event.reviewed ? { kind: event.type, to: ['leadLeader'] } : null;
    case 'urged':
      return { kind: 'urged', to: [event.to] };
    case 'letterAnswered':
      return { kind: event.type, to: ['inspectionOffice'] };
    case 'disowned':
    case 'closureRequested':
    case 'endorsed':
    case 'concurred':
    case 'extensionRequested':
    case 'pauseRequested':
      return { kind: event.type, to: [] };
    // The unit hears what was entered in its name.
    case 'progressRecorded':
    case 'planApproved':
    case 'planReturned':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'pauseRefused':
      return { kind: event.type, to: ['handler'] };
    case 'withdrawn':
      return hadLeft(item, rules) ? { kind: 'withdrawn', to: deciders(event.what, item, rules) } : null;
    case 'returned':
    case 'closed':
    case 'interimAccepted':
    case 'standingAccepted':
    case 'reopened':
    case 'dueDateSet':
    case 'dueDateFixed':
    case 'paused':
    case 'pauseEnded':
    case 'unlisted':
      return { kind: event.type, to: ['handler', 'leadLeader'] };
    case 'datesMoved':
      return { kind: 'datesMoved', to: toldOfMoves(event, item, rules) };
    case 'cancelled':
      return isAssigned ? { kind: 'cancelled', to: ['handler', 'leadLeader'] } : null;
  }
}

/** Each date by whoever works towards it. */
function toldOfMoves({ moves }: EventOf<'datesMoved'>, item: Item, rules: Rules): readonly Addressee[] {
  return [...new Set(moves.flatMap(({ date }) => toldOf(date, item, rules)))];
}

function toldOf(date: DateMove['date'], item: Item, rules: Rules): readonly Addressee[] {
  switch (date) {
    case 'signDue':
    case 'planDue':
      return ['handler'];
    case 'due':
    case 'review':
      return ['handler', 'leadLeader'];
    case 'turn': {
      const turn = turnOf(item, rules);
      const to = turn === null ? null : addresseeOf[turn.party];
      return to === null ? [] : [to];
    }
  }
}

/** Whoever has not heard yet that something was handed in need not hear that it was taken back: the first line is dropped. */
function hadLeft({ withdrawals }: Item, { calendar, policy }: Rules): boolean {
  const last = withdrawals.at(-1);
  return last !== undefined && nextSlot(calendar, last.handedInAt, policy.mailSlot) < last.at;
}

/** Who was first asked to decide it. */
function deciders(what: HandedIn, item: Item, { policy }: Rules): readonly Recipient[] {
  const isOutside = what === 'extensionRequest' || (what === 'application' && policy.closureReview === 'approveOnly');
  if (!isOutside) return ['leadLeader'];
  const units = what === 'application' ? stagesFor(item, policy).at(0) : undefined;
  return units?.map((unitId) => ({ unitId })) ?? ['inspectionOffice'];
}

/** The unit hears of each change anyway, or brought it about itself. */
function whoseTurnBegan({ at }: ItemEvent, item: Item, rules: Rules): readonly Addressee[] {
  const turn = turnOf(item, rules);
  if (turn === null || turn.since !== at || turn.party === 'unit') return [];
  const to = addresseeOf[turn.party];
  return to === null ? [] : [to];
}

/** Lines that only speak true while their deadline stands: dropped at the slot, with the reason, when it no longer does. */
export const isTimeBound = (kind: MailLineKind): boolean => timeBound.some((bound) => bound === kind);

const timeBound: readonly StepKind[] = [
  'signOverdue',
  'planReminder',
  'planOverdue',
  'reminder',
  'overdue',
  'stillOverdue',
  'letterUnanswered',
  'returnDue',
  'measureBehind',
  'reviewWaiting',
];
