/** One step that time alone takes with an item: a reminder, a step of the escalation, a date that has come. */
import type { Item } from './item.ts';
import type { Addressee, LetterKind } from '../rules/policy.ts';
import type { Instant, LocalDate } from '../time.ts';

export type StepKind =
  | 'signOverdue'
  | 'planReminder'
  | 'planOverdue'
  | 'reminder'
  | 'overdue'
  | 'stillOverdue'
  | 'letterUnanswered'
  | 'returnDue'
  | 'measureBehind'
  | 'reviewWaiting'
  | 'pauseEnd'
  | 'checkpoint'
  | 'standingReview';

export interface Step {
  readonly kind: StepKind;
  readonly key: string;
  /** The mail slot the step is for. */
  readonly at: Instant;
  /** The deadline the step speaks of. */
  readonly dueOn: LocalDate;
  readonly to: readonly Addressee[];
  /** Position in the escalation ladder, 1 for the first; 0 for everything else. */
  readonly level: number;
  readonly letter: LetterKind | null;
  readonly proposesInterview: boolean;
  readonly lists: boolean;
  /** The letter that nobody answered, by its fact; only where that is why the step is taken. */
  readonly ofLetter?: number;
  /** Years the date rests on that are not published yet. */
  readonly unknownYears: readonly string[];
}

/** The steps of one kind that were taken for a deadline, the first first. */
export const takenFor = ({ stepsTaken }: Item, kind: StepKind, dueOn: LocalDate | null): Item['stepsTaken'] =>
  stepsTaken.filter(({ key }) => key.startsWith(`${kind}/${dueOn}/`));

/**
 * How far up the ladder of this due date the item has come: by its dates, and by letters that nobody answered. The key of such a
 * step ends with the level it stands for.
 */
export function levelReached(item: Item, dueOn: LocalDate | null): number {
  const climbed = item.stepsTaken
    .filter(({ key, at }) => key.startsWith('letterUnanswered/') && (item.dueSetAt === null || at > item.dueSetAt))
    .map(({ key }) => Number(key.slice(key.lastIndexOf('/') + 1)));
  return Math.max(takenFor(item, 'overdue', dueOn).length, ...climbed);
}
