/**
 * Which mails a fact brings, to whom and when: lines for the outbox. Nobody gets a mail about an act of their own.
 *
 * Lines leave at slots. A person's lines of one slot become one digest; letters leave as mails of their own.
 */
import { nextSlot } from '../rules/calendar.ts';
import type { ItemEvent } from './event.ts';
import type { Item } from './item.ts';
import type { StepKind } from './ladder.ts';
import type { Rules } from '../rules/rules.ts';
import type { Addressee, LetterKind } from '../rules/policy.ts';
import type { Instant, LocalDate } from '../time.ts';

export type MailLineKind =
  | StepKind
  | 'assigned'
  | 'disowned'
  | 'planSubmitted'
  | 'planApproved'
  | 'planReturned'
  | 'closureRequested'
  | 'returned'
  | 'endorsed'
  | 'closed'
  | 'interimAccepted'
  | 'standingAccepted'
  | 'extensionRequested'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'cancelled'
  | 'reopened';

/** One line for one kind of recipient. Together with item and seq it is unique, so a retried commit adds nothing. */
export interface MailLine {
  readonly kind: MailLineKind;
  readonly to: Addressee;
  readonly sendAt: Instant;
  /** The deadline the line speaks of: a reminder is dropped when it no longer stands. */
  readonly dueOn: LocalDate | null;
  readonly letter: LetterKind | null;
}

/** @param item the item after the event */
export function mailsOf(event: ItemEvent, item: Item, { policy, calendar }: Rules): readonly MailLine[] {
  const lines = (kind: MailLineKind, ...to: readonly Addressee[]): MailLine[] =>
    to.map((addressee) => ({
      kind,
      to: addressee,
      sendAt: nextSlot(calendar, event.at, policy.mailSlot),
      dueOn: item.dueOn,
      letter: null,
    }));
  const reviewer: Addressee = policy.closureReview === 'endorseThenApprove' ? 'leadLeader' : 'inspectionOffice';
  switch (event.type) {
    case 'imported':
    case 'signedFor':
    case 'progressReported':
    case 'evidenceAdded':
      return [];
    case 'assigned':
      // Before launch nothing leaves the house; the dispatch tells the unit.
      return item.dispatchedAt === null ? [] : lines('assigned', 'handler', 'liaison');
    case 'dispatched':
      return lines('assigned', 'handler', 'liaison');
    case 'disowned':
    case 'extensionRequested':
      return lines(event.type, 'inspectionOffice');
    case 'planSubmitted':
      return event.reviewed ? lines('planSubmitted', 'leadLeader') : [];
    case 'planApproved':
    case 'planReturned':
    case 'extensionGranted':
    case 'extensionRefused':
      return lines(event.type, 'handler');
    case 'closureRequested':
      return lines('closureRequested', reviewer);
    case 'endorsed':
      return lines('endorsed', 'inspectionOffice');
    case 'returned':
    case 'closed':
    case 'interimAccepted':
    case 'standingAccepted':
    case 'cancelled':
    case 'reopened':
      return item.unitId === null || item.dispatchedAt === null ? [] : lines(event.type, 'handler', 'leadLeader');
    case 'reminded':
    case 'escalated':
    case 'checkpointReached':
    case 'reviewReached': {
      const { kind, to, letter, dueOn } = event.step;
      return to.map((addressee) => ({ kind, to: addressee, sendAt: event.sendAt, dueOn, letter }));
    }
  }
}

/** Lines that only speak true while their deadline stands: dropped at the slot, with the reason, when it no longer does. */
export const isTimeBound = (kind: MailLineKind): boolean => timeBound.some((bound) => bound === kind);

const timeBound: readonly StepKind[] = [
  'signOverdue',
  'planReminder',
  'planOverdue',
  'reminder',
  'overdue',
  'returnDue',
  'reviewWaiting',
];
