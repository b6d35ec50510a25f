/** Which lines of the outbox no longer speak true when their slot comes, and why. */
import type { Item } from './item.ts';
import { isFinished } from './item.ts';
import { awaitedLetters } from './letter.ts';
import { isTimeBound, type MailLineKind } from './mail.ts';
import { heldSince, returnDueOn } from './turn.ts';
import type { Instant, LocalDate } from '../time.ts';

/**
 * finished: the item is closed or cancelled · answered: what the line asks for is done · deadlineMoved: its date stands no longer ·
 * reassigned: it speaks to a unit that no longer has the item · repeated: a newer reminder of the same item goes to the same
 * person in the same mail · noAddress: nowhere to send it · hasLeft: the person it was meant for is here no more.
 */
export const skipReasons = [
  'finished',
  'answered',
  'deadlineMoved',
  'reassigned',
  'repeated',
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

/** Why the line is dropped, or null when it still speaks true. @param item as it stands now */
export function staleBecause(line: WaitingLine, item: Item): SkipReason | null {
  if (isToTheUnit(line.kind) && isOfEarlierAssignment(line, item)) return 'reassigned';
  if (isFinished(item)) return isTimeBound(line.kind) || calls.includes(line.kind) ? 'finished' : null;
  if (!isTimeBound(line.kind)) return null;
  const asked = askedBy(line, item);
  if (asked === null) return 'answered';
  return line.dueOn === null || asked === line.dueOn ? null : 'deadlineMoved';
}

/** News that call for work: nobody is sent after what is finished. */
const calls: readonly MailLineKind[] = ['assigned', 'planReturned', 'returned', 'reopened', 'urged', 'letterIssued'];

const newsForTheUnit: readonly MailLineKind[] = [
  ...calls.filter((kind) => kind !== 'urged'),
  'planApproved',
  'extensionGranted',
  'extensionRefused',
  'dueDateSet',
];

/** Said to the unit that carries the item, to its leader, or of its being late: all but what reviewers are reminded of. */
const isToTheUnit = (kind: MailLineKind): boolean =>
  isTimeBound(kind) ? kind !== 'reviewWaiting' : newsForTheUnit.includes(kind);

/** Said before the unit that has the item got it; while nobody has it, all that was said before. */
const isOfEarlierAssignment = ({ happenedAt }: WaitingLine, { dispatchedAt, assignedAt }: Item): boolean =>
  dispatchedAt !== null && (assignedAt === null || happenedAt < assignedAt);

/** The date by which the item is still asked for what the line reminds of; null when it is done or no longer asked. */
function askedBy(line: WaitingLine, item: Item): LocalDate | null {
  switch (line.kind) {
    case 'signOverdue':
      return item.state === 'assigned' && heldSince(item) === null && item.signature === null ? item.signDueOn : null;
    case 'planReminder':
    case 'planOverdue':
      return item.state === 'assigned' && heldSince(item) === null ? item.planDueOn : null;
    case 'reminder':
    case 'overdue':
    case 'stillOverdue':
      return isWithUnit(item) && heldSince(item) === null ? item.dueOn : null;
    case 'letterUnanswered':
      return awaitedLetters(item).find(({ answerDueOn }) => answerDueOn === line.dueOn)?.answerDueOn ?? null;
    case 'returnDue':
      return isWithUnit(item) && heldSince(item) === null ? (returnDueOn(item) ?? item.dueOn) : null;
    case 'reviewWaiting': {
      // A decision is counted in working days from its start: one that began after the line answers it.
      const since = heldSince(item);
      return since !== null && since <= line.happenedAt ? line.dueOn : null;
    }
    default:
      return line.dueOn;
  }
}

const isWithUnit = ({ state }: Item): boolean =>
  state === 'assigned' || state === 'planned' || state === 'inProgress' || state === 'reopened';
