/** Every "no" of the product: a code and the facts a sentence needs. The sentences stand in core/i18n. */
import type { Binding } from './binding.ts';
import type { CommandType } from './acts.ts';
import type { DateMove } from './date-move.ts';
import type { ItemState } from './item.ts';
import type { Act } from './roles.ts';
import type { Instant, LocalDate } from '../time.ts';

export type Refusal =
  | {
      readonly code: 'notAllowedInState';
      readonly command: CommandType;
      readonly state: ItemState;
      readonly allowedIn: readonly ItemState[];
    }
  | { readonly code: 'notYours'; readonly act: Act }
  | { readonly code: 'ownApplication'; readonly applicantId: string }
  | { readonly code: 'alreadyReviewed'; readonly reviewerId: string }
  /** The unit of whoever acts is not asked in the joint review, or not now, or has said so already. */
  | { readonly code: 'notAsked'; readonly awaited: readonly string[] }
  | { readonly code: 'jointReviewOpen'; readonly awaited: readonly string[] }
  | { readonly code: 'notSignedFor' }
  | { readonly code: 'alreadySignedFor'; readonly by: string }
  | { readonly code: 'assignmentFinal'; readonly returns: number }
  | { readonly code: 'textTooShort'; readonly field: TextField; readonly least: number; readonly given: number }
  | { readonly code: 'textTooLong'; readonly field: TextField; readonly most: number; readonly given: number }
  | { readonly code: 'noMeasures' }
  | { readonly code: 'tooManyMeasures'; readonly most: number; readonly given: number }
  | { readonly code: 'measureTooLate'; readonly index: number; readonly dueOn: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'unknownMeasures'; readonly measureIds: readonly string[]; readonly known: readonly string[] }
  | { readonly code: 'noMeasureNamed' }
  | {
      readonly code: 'evidenceMissing';
      readonly measureIds: readonly string[];
      readonly least: number;
      readonly asked: readonly string[];
    }
  /** A stage was accepted, and nothing was handed in since. */
  | { readonly code: 'nothingSince'; readonly since: Instant }
  /** So many stages were accepted that the next needs to be justified in words. */
  | { readonly code: 'justificationNeeded'; readonly accepted: number; readonly least: number; readonly given: number }
  | { readonly code: 'sameEvidence'; readonly name: string }
  /** One record is handed in once; the same bytes may be brought again for other measures. */
  | { readonly code: 'handedInAlready'; readonly name: string }
  | { readonly code: 'notADate'; readonly given: string }
  | { readonly code: 'dateNotLater'; readonly given: LocalDate; readonly after: LocalDate }
  | { readonly code: 'dateTooLate'; readonly given: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'dateAhead'; readonly given: LocalDate; readonly today: LocalDate }
  | { readonly code: 'dayOff'; readonly given: LocalDate; readonly before: LocalDate; readonly after: LocalDate }
  | { readonly code: 'extensionTooLate'; readonly dueOn: LocalDate }
  | { readonly code: 'extensionPending'; readonly until: LocalDate }
  | { readonly code: 'noExtensionRequest' }
  | { readonly code: 'tooManyExtensions'; readonly most: number }
  | { readonly code: 'nothingToWithdraw' }
  | { readonly code: 'paused'; readonly until: LocalDate }
  | { readonly code: 'notPaused' }
  | { readonly code: 'noRevision' }
  | { readonly code: 'revisionPending' }
  | { readonly code: 'tooManyAsked'; readonly most: number; readonly given: number }
  | { readonly code: 'pausePending'; readonly until: LocalDate }
  | { readonly code: 'noPauseRequest' }
  | { readonly code: 'dueDateFixed'; readonly dueOn: LocalDate }
  | { readonly code: 'ownRequest'; readonly requesterId: string }
  | { readonly code: 'noDates' }
  /** It moved, or came to be asked for otherwise, since the preview. */
  | { readonly code: 'dateNotAsSeen'; readonly date: DateMove['date']; readonly seen: LocalDate }
  /** To be handed over is what nobody of that name holds here. */
  | {
      readonly code: 'notBound';
      readonly personId: string;
      readonly as: readonly Binding[];
      readonly bound: readonly Binding[];
    }
  | { readonly code: 'sameSuccessor'; readonly personId: string }
  /** As lead leader the successor would decide on what they carry or have handed in themselves. */
  | { readonly code: 'wouldJudgeOwn'; readonly personId: string }
  | { readonly code: 'nobodyToUrge' }
  | { readonly code: 'urgedLately'; readonly at: Instant; readonly again: Instant }
  | { readonly code: 'unknownLetter'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'noLetterToAnswer' }
  | { readonly code: 'otherLetter'; readonly given: number; readonly waiting: readonly number[] }
  | { readonly code: 'notListed' }
  | { readonly code: 'busy'; readonly waiting: number }
  /** The ledger could not keep it, ever; nothing was changed, and the operator is told. */
  | { readonly code: 'notRecorded'; readonly itemId: string };

export type RefusalCode = Refusal['code'];

/** The fields of commands that people write words into. */
export type TextField =
  | 'reason'
  | 'rootCause'
  | 'measure'
  | 'statement'
  | 'opinion'
  | 'progress'
  | 'text'
  | 'reporter'
  | 'note'
  | 'asks'
  | 'answer'
  | 'attendees'
  | 'minutes';

/** A decision: what happened, or why not. */
export type Decision<Event> = { readonly event: Event } | { readonly refusal: Refusal };
