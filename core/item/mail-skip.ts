/** Which lines of the outbox no longer speak true when their slot comes, and why. */
import { isFinished, type HandedIn, type Item } from './item.ts';
import { hasConsented } from './joint-review.ts';
import { awaitedLetters } from './letter.ts';
import { openMeasureDates } from './measures.ts';
import { isTimeBound, type MailLineKind } from './mail.ts';
import { heldSince, isReviewAsked, restsSince, returnDueOn } from './turn.ts';
import type { Instant, LocalDate } from '../time.ts';

/**
 * finished: the item is closed or cancelled · answered: what the line asks for is done · withdrawn: its unit took back
 * what it asks to decide · paused: the item rests · deadlineMoved: its date stands no longer ·
 * reassigned: it speaks to a unit that no longer has the item · repeated: a newer reminder of the same item goes to the same
 * person in the same mail · handedOver: another person stands in their place, and gets it · noAddress: nowhere to send it · hasLeft: the person it was meant for is here no more.
 */
export const skipReasons = [
  'finished',
  'answered',
  'withdrawn',
  'paused',
  'deadlineMoved',
  'reassigned',
  'repeated',
  'handedOver',
  'noAddress',
  'hasLeft',
] as const;

export type SkipReason = (typeof skipReasons)[number];

export interface WaitingLine {
  readonly kind: MailLineKind;
  /** The deadline the line speaks of, when it speaks of one. */
  readonly dueOn: LocalDate | null;
  /** When the fact happened that the line tells of. */
  readonly happenedAt: Instant;
}

/**
 * Why the line is dropped, or null when it still speaks true.
 *
 * @param item as it stands now
 * @param unitId of the person whom the line is for
 */
export function staleBecause(line: WaitingLine, item: Item, unitId: string | null = null): SkipReason | null {
  if (isToTheUnit(line.kind) && isOfEarlierAssignment(line, item)) return 'reassigned';
  if (isFinished(item)) return isTimeBound(line.kind) || calls.includes(line.kind) ? 'finished' : null;
  if (isWithdrawn(line, item)) return 'withdrawn';
  if (!isTimeBound(line.kind)) return null;
  if (isResting(line, item)) return 'paused';
  const asked = askedBy(line, item);
  // Of a joint review only those are reminded who have not said yet.
  if (asked === null || (line.kind === 'reviewWaiting' && hasConsented(item, unitId))) return 'answered';
  return line.dueOn === null || asked === line.dueOn ? null : 'deadlineMoved';
}

const toldAs: Readonly<Record<HandedIn, MailLineKind>> = {
  plan: 'planSubmitted',
  revision: 'planRevised',
  application: 'closureRequested',
  extensionRequest: 'extensionRequested',
};

/** It tells of what was taken back since, or asks to decide it. */
const isWithdrawn = ({ kind, happenedAt }: WaitingLine, { withdrawals }: Item): boolean =>
  withdrawals.some(({ what, handedInAt, at }) =>
    kind === 'reviewWaiting'
      ? handedInAt < happenedAt && happenedAt < at
      : kind === toldAs[what] && happenedAt === handedInAt,
  );

/** News that call for work: nobody is sent after what is finished. */
const calls: readonly MailLineKind[] = [
  'assigned',
  'handedOver',
  'planReturned',
  'returned',
  'reopened',
  'urged',
  'letterIssued',
];

const newsForTheUnit: readonly MailLineKind[] = [
  ...calls.filter((kind) => kind !== 'urged'),
  'planApproved',
  'extensionGranted',
  'extensionRefused',
  'dueDateSet',
  'dueDateFixed',
  'paused',
  'pauseRefused',
  'pauseEnded',
];

/** Said to the unit that carries the item, to its leader, or of its being late: all but what reviewers are reminded of. */
const isToTheUnit = (kind: MailLineKind): boolean =>
  isTimeBound(kind) ? kind !== 'reviewWaiting' : newsForTheUnit.includes(kind);

/** Said before the unit that has the item got it; while nobody has it, all that was said before. */
const isOfEarlierAssignment = ({ happenedAt }: WaitingLine, { dispatchedAt, assignedAt }: Item): boolean =>
  dispatchedAt !== null && (assignedAt === null || happenedAt < assignedAt);

/** Nobody is asked for anything but an answer to what the unit wants meanwhile. */
const isResting = ({ kind }: WaitingLine, item: Item): boolean =>
  item.pause !== null && (kind !== 'reviewWaiting' || heldSince(item) === null);

/** The date by which the item is still asked for what the line reminds of; null when it is done or no longer asked. */
function askedBy(line: WaitingLine, item: Item): LocalDate | null {
  switch (line.kind) {
    case 'signOverdue':
      return item.state === 'assigned' && restsSince(item) === null && item.signature === null ? item.signDueOn : null;
    case 'planReminder':
    case 'planOverdue':
      return item.state === 'assigned' && restsSince(item) === null ? item.planDueOn : null;
    case 'reminder':
    case 'overdue':
    case 'stillOverdue':
      return isWithUnit(item) && restsSince(item) === null ? item.dueOn : null;
    case 'letterUnanswered':
      return awaitedLetters(item).find(({ answerDueOn }) => answerDueOn === line.dueOn)?.answerDueOn ?? null;
    case 'returnDue':
      return isWithUnit(item) && restsSince(item) === null ? (returnDueOn(item) ?? item.dueOn) : null;
    case 'measureBehind':
      return restsSince(item) === null && openMeasureDates(item).some((date) => date === line.dueOn)
        ? line.dueOn
        : null;
    case 'reviewWaiting': {
      // A decision is counted in working days from its start: one that began after the line answers it.
      const since = heldSince(item);
      return since !== null && since <= line.happenedAt ? line.dueOn : null;
    }
    default:
      return line.dueOn;
  }
}

const isWithUnit = (item: Item): boolean =>
  ['assigned', 'planned', 'inProgress', 'reopened'].includes(item.state) || isReviewAsked(item);
