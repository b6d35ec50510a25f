/** The facts of an item's life, one for each verb. Timeline, mails, notice and audit all read this one list. */
import type { Binding } from './binding.ts';
import type { FindingSource, HandedIn, Measure, MeasureStatus, RiskGrade, Unproven } from './item.ts';
import type { DateMove } from './date-move.ts';
import type { Step } from './step.ts';
import type { WantedAct } from './turn.ts';
import type { Addressee, LetterKind } from '../rules/policy.ts';
import type { Deadlines } from '../rules/deadlines.ts';
import type { RulesVersion } from '../rules/rules.ts';
import type { Instant, LocalDate } from '../time.ts';

interface Happened<Type extends string> {
  readonly type: Type;
  /** 1 for the first event of the item, without gaps. */
  readonly seq: number;
  readonly at: Instant;
  /** The person who acted; null when the clock did. */
  readonly by: string | null;
}

interface Acted<Type extends string> extends Happened<Type> {
  readonly by: string;
  /** The absent person in whose place; left out where nobody was. */
  readonly forId?: string;
  /** The id that the caller gave to its press of the button: the same press twice is one event. */
  readonly commandId: string;
}

interface Ticked<Type extends string> extends Happened<Type> {
  readonly by: null;
}

/** Who carries the item. */
interface Assignment {
  readonly unitId: string;
  readonly handlerId: string;
  readonly leadLeaderId: string;
}

export type ItemEvent =
  | (Acted<'imported'> & { readonly number: string; readonly title: string; readonly immediate: boolean })
  /** Before the launch no date moves: the clocks start at dispatch, and again when a returned item is given to another unit. */
  | (Acted<'assigned'> & Assignment & GivesBackDays)
  | (Acted<'dispatched'> & Deadlines)
  | Acted<'signedFor'>
  | (Acted<'disowned'> & { readonly reason: string })
  | (Acted<'planSubmitted'> & {
      readonly rootCause: string;
      readonly measures: readonly Measure[];
      readonly reviewed: boolean;
    })
  | (Acted<'planRevised'> & {
      readonly rootCause: string;
      readonly measures: readonly Measure[];
      readonly reason: string;
      readonly reviewed: boolean;
    })
  | (Acted<'planApproved'> & GivesBackDays)
  | (Acted<'planReturned'> & { readonly reason: string } & GivesBackDays)
  | (Acted<'progressReported'> & { readonly text: string })
  /** Handed in by the unit on a sheet, and entered for it by whoever acted: `reporter` in words, the sheet as its file. */
  | (Acted<'progressRecorded'> & {
      readonly reporter: string;
      readonly text: string;
      readonly isDone: boolean | null;
      readonly reportedOn: LocalDate;
      readonly note: string;
      readonly evidenceId: string;
      readonly sha256: string;
      readonly name: string;
    })
  | (Acted<'measuresMarked'> & { readonly measureStatuses: readonly MeasureStatus[] })
  | (Acted<'evidenceAdded'> & {
      readonly evidenceId: string;
      readonly sha256: string;
      readonly name: string;
      readonly measureIds: readonly string[];
      readonly aboutOn: LocalDate | null;
    })
  | (Acted<'closureRequested'> & {
      readonly statement: string;
      readonly evidenceIds: readonly string[];
      readonly unproven: readonly Unproven[];
      /** The joint review as the rules have it on this day; absent where they ask for none. */
      readonly stages?: readonly (readonly string[])[];
    })
  | (Acted<'returned'> & {
      readonly measureIds: readonly string[];
      readonly reason: string;
      readonly dueOn: LocalDate;
    } & GivesBackDays)
  | (Acted<'withdrawn'> & { readonly what: HandedIn; readonly reason: string } & GivesBackDays)
  | (Acted<'endorsed'> & Decided)
  | (Acted<'concurred'> & Decided & { readonly unitId: string })
  | (Acted<'closed'> & Decided)
  | (Acted<'interimAccepted'> & Decided & { readonly checkpointOn: LocalDate })
  | (Acted<'standingAccepted'> & Decided & { readonly reviewOn: LocalDate })
  | (Acted<'extensionRequested'> & { readonly until: LocalDate; readonly reason: string; readonly progress: string })
  | (Acted<'extensionGranted'> & { readonly until: LocalDate } & Omit<Deadlines, 'dueOn'>)
  | (Acted<'extensionRefused'> & { readonly reason: string } & GivesBackDays)
  /** Other rules took the place of those before: what they count otherwise. */
  | (Acted<'datesMoved'> & {
      readonly moves: readonly DateMove[];
      readonly rules: RulesVersion;
      readonly reason: string;
    })
  | (Acted<'dueDateSet'> & { readonly dueOn: LocalDate; readonly reason: string })
  /** Somebody else stands in their place from now on; no date moves. */
  | (Acted<'handedOver'> & {
      readonly as: readonly Binding[];
      readonly fromId: string;
      readonly toId: string;
      readonly reason: string;
    })
  | (Acted<'dueDateFixed'> & { readonly dueOn: LocalDate; readonly reason: string })
  | (Acted<'pauseRequested'> & { readonly until: LocalDate; readonly reason: string })
  | (Acted<'paused'> & { readonly until: LocalDate } & GivesBackDays)
  | (Acted<'pauseRefused'> & { readonly reason: string } & GivesBackDays)
  | (Acted<'pauseEnded'> & { readonly reason: string } & GivesBackDays)
  | (Acted<'classified'> & {
      readonly grade: RiskGrade;
      readonly sources: readonly FindingSource[];
      readonly reason: string;
    })
  | (Acted<'cancelled'> & { readonly reason: string })
  | (Acted<'reopened'> & { readonly reason: string; readonly dueOn: LocalDate })
  | (Acted<'urged'> & { readonly to: Addressee; readonly act: WantedAct })
  | (Acted<'letterIssued'> & {
      readonly letter: LetterKind;
      readonly reason: string;
      readonly to: readonly Addressee[];
      readonly sendAt: Instant;
      readonly answerDueOn: LocalDate | null;
    })
  | (Acted<'letterAnswered'> & { readonly letterSeq: number; readonly answer: string })
  | (Acted<'interviewHeld'> & { readonly heldOn: LocalDate; readonly attendees: string; readonly minutes: string })
  | (Acted<'unlisted'> & { readonly reason: string })
  | (Ticked<'reminded'> & Stepped)
  | (Ticked<'escalated'> & Stepped)
  | (Ticked<'pauseExpired'> & Stepped & GivesBackDays)
  | (Ticked<'checkpointReached'> & Stepped & { readonly dueOn: LocalDate })
  /** `dueOn`: by when its unit says how it stands; facts from before that had a date have none. */
  | (Ticked<'reviewReached'> & Stepped & { readonly reviewOn: LocalDate; readonly dueOn?: LocalDate });

/** The turn comes back to the unit, with the days for which others held it. */
interface GivesBackDays {
  /** Null where no date moves. */
  readonly moved: Deadlines | null;
}

interface Decided {
  readonly opinion: string;
  readonly evidenceIds: readonly string[];
}

/** A step of a ladder, when its mails leave, and the keys of older steps that it makes pointless. */
interface Stepped {
  readonly step: Step;
  readonly sendAt: Instant;
  readonly skipped: readonly string[];
  /** By when its letter is to be answered; only where the rules wait for an answer. */
  readonly answerDueOn?: LocalDate;
}

export type ItemEventType = ItemEvent['type'];

export type EventOf<Type extends ItemEventType> = Extract<ItemEvent, { readonly type: Type }>;

/** Whether two facts under one number tell of the same press or the same step of time, whenever each was decided. */
export function tellOfTheSame(one: ItemEvent, other: ItemEvent): boolean {
  if (one.seq !== other.seq || one.type !== other.type) return false;
  if ('commandId' in one) return 'commandId' in other && one.commandId === other.commandId;
  return 'step' in one && 'step' in other && one.step.key === other.step.key;
}
