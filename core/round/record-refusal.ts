/**
 * The "no" of every way in that is not a command on an item: sign-in, rounds, people, files, bad input.
 *
 * Like {@link file://./refusal.ts} a code with its facts; the sentences stand in core/i18n.
 */
import type { Binding } from '../item/binding.ts';
import type { AssignmentFault } from '../assignment-fault.ts';
import type { BulletinFault } from './bulletin.ts';
import type { BreachKind } from '../breach.ts';
import type { NoticeWarning } from './notice.ts';
import type { Unfitness } from '../people/absence.ts';
import type { PasswordWeakness } from '../people/password.ts';
import type { RoundState } from './round.ts';
import type { Unreadable } from './unreadable.ts';
import type { CalendarFault } from '../rules/calendar-faults.ts';
import type { FormColumn, FormFault, FormName } from '../forms/form.ts';
import type { PolicyFault } from '../rules/policy-faults.ts';
import type { Instant, LocalDate } from '../time.ts';

type Thing = 'absence' | 'page' | 'calendar' | 'round' | 'item' | 'person' | 'unit' | 'evidence' | 'mail' | 'letter';
/** One thing wrong with what was sent: where, what would have been right, what came. */
export interface InputFault {
  readonly path: string;
  readonly allowed: string;
  readonly given: string;
}

/** Of an installation: what can be away while the rest goes on. */
export type Part = 'database' | 'runs' | 'worker' | 'files';

export type RecordRefusal =
  | { readonly code: 'notFound'; readonly what: Thing; readonly id: string }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'wrongCredentials' }
  /** The password was right. */
  | { readonly code: 'secondFactorNeeded' }
  | { readonly code: 'secondFactorWrong' }
  /** An admin demands one of those who decide, and this person has none. */
  | { readonly code: 'secondFactorOwed' }
  | { readonly code: 'secondFactorIsOn' }
  | { readonly code: 'secondFactorOff' }
  | { readonly code: 'secondFactorDemanded' }
  | { readonly code: 'ownSecondFactor' }
  | { readonly code: 'ownSecondFactorFirst' }
  /** Nobody has set up an identity provider. */
  | { readonly code: 'openidOff' }
  /** The identity provider of this name does not answer, or not as it should. */
  | { readonly code: 'openidAway'; readonly name: string }
  /** Begun elsewhere, used, too old, broken off, or the provider's answer does not fit. */
  | { readonly code: 'openidNotValid' }
  /** What came server to server is no word of the provider that somebody has signed out, too old, or was heard before. */
  | { readonly code: 'logoutNotValid' }
  | { readonly code: 'openidNotLinked'; readonly name: string }
  | { readonly code: 'tooManyAttempts'; readonly seconds: number }
  /** Of one caller within a minute. */
  | { readonly code: 'tooManyRequests'; readonly seconds: number }
  | { readonly code: 'wrongHost'; readonly host: string }
  | {
      /** A part of the installation does not answer, is full, or takes nothing. */
      readonly code: 'partAway';
      readonly part: Part;
      /** False where the answer was lost on the way back. */
      readonly isNothingDone: boolean;
    }
  | { readonly code: 'crossSite'; readonly origin: string }
  | { readonly code: 'wrongMediaType'; readonly allowed: string; readonly given: string }
  | { readonly code: 'bodyTooLarge'; readonly mostBytes: number }
  | { readonly code: 'tooDeep'; readonly most: number }
  | { readonly code: 'tooSlow'; readonly seconds: number }
  | { readonly code: 'badInput'; readonly faults: readonly InputFault[] }
  | { readonly code: 'badCursor' }
  | { readonly code: 'noticeUnreadable'; readonly unreadable: Unreadable }
  | { readonly code: 'noticeWithoutItems'; readonly warnings: readonly NoticeWarning[] }
  | { readonly code: 'calendarFaults'; readonly faults: readonly CalendarFault[] }
  /** No sheet has the heads of the template. */
  | { readonly code: 'formUnknown'; readonly form: FormName; readonly needed: readonly FormColumn[] }
  /** A template is written whole, or not at all. */
  | { readonly code: 'formFaults'; readonly faults: readonly FormFault[] }
  | { readonly code: 'policyFaults'; readonly faults: readonly PolicyFault[] }
  /** A round was made of the same file, or of a text that says the same. */
  | {
      readonly code: 'alreadyImported';
      readonly roundId: string;
      readonly title: string;
      readonly at: Instant;
      readonly isSameFile: boolean;
    }
  | { readonly code: 'roundNotDraft'; readonly state: RoundState }
  | {
      readonly code: 'startTooEarly';
      readonly given: LocalDate;
      readonly dueOn: LocalDate;
      readonly earliest: LocalDate;
    }
  | { readonly code: 'roundNotLaunched' }
  /** The figures of a notice do not add up, or an item has nothing to say of what was done. */
  | { readonly code: 'bulletinIncomplete'; readonly faults: readonly BulletinFault[] }
  /** Somebody else wrote a newer version meanwhile. */
  | { readonly code: 'bulletinChanged' }
  /** A file that does not say what it was computed from. */
  | { readonly code: 'bulletinUntraced' }
  | { readonly code: 'nothingToApprove' }
  /** Who wants something left out does not also agree to it. */
  | { readonly code: 'ownProposal' }
  | { readonly code: 'assignmentFaults'; readonly faults: readonly AssignmentFault[] }
  | {
      readonly code: 'notReadyToLaunch';
      /** Numbers of the items that nobody carries yet. */
      readonly unassigned: readonly string[];
      /** Names of the people among them without an address. */
      readonly withoutAddress: readonly string[];
      /** The due date that the settings lead to, when it is over already. */
      readonly overDueOn: LocalDate | null;
    }
  | { readonly code: 'unknownOwners'; readonly given: readonly string[] }
  | { readonly code: 'notAMailAddress'; readonly given: string }
  | { readonly code: 'emailTaken'; readonly email: string }
  | { readonly code: 'idTaken'; readonly id: string }
  | { readonly code: 'lastAdmin' }
  | { readonly code: 'hasLeft'; readonly name: string }
  /** No absence gives this place to whoever asks, at this moment. */
  | { readonly code: 'notStandingIn'; readonly personId: string }
  | {
      readonly code: 'substituteUnfit';
      readonly name: string;
      readonly because: Unfitness;
    }
  | { readonly code: 'absenceOverlaps'; readonly name: string; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'absenceOver'; readonly to: LocalDate }
  | { readonly code: 'notLiaison'; readonly name: string; readonly unit: string }
  /** After the change these could be theirs no more. */
  | {
      readonly code: 'stillHolds';
      readonly name: string;
      readonly items: readonly { readonly itemId: string; readonly number: string; readonly as: Binding }[];
    }
  /** It was used, is too old, or never was one. */
  | { readonly code: 'linkNotValid' }
  | { readonly code: 'staffWithoutUnit' }
  | { readonly code: 'passwordGuessable'; readonly because: Exclude<PasswordWeakness, 'short'> }
  | { readonly code: 'passwordTooShort'; readonly least: number; readonly given: number }
  | { readonly code: 'notEmpty' }
  | { readonly code: 'dayNotCome'; readonly given: LocalDate; readonly today: LocalDate }
  | { readonly code: 'importNotEmpty' }
  /** A line that is none of an export, or the one at which it was cut off. */
  | { readonly code: 'importUnreadable'; readonly line: number }
  | { readonly code: 'importOtherVersion' }
  | { readonly code: 'importBroken'; readonly kind: BreachKind; readonly id: string }
  | { readonly code: 'sampleOff' }
  /** Nobody has set up a database and a server for rehearsals, or the server is not there. */
  | { readonly code: 'rehearsalOff' }
  /** One at a time. */
  | { readonly code: 'rehearsalUnderWay' }
  | { readonly code: 'rehearsalTooLarge'; readonly items: number; readonly most: number }
  | {
      readonly code: 'rehearsalUntil';
      readonly given: LocalDate;
      readonly earliest: LocalDate;
      readonly latest: LocalDate;
    }
  | { readonly code: 'nothingToRehearse'; readonly state: RoundState }
  /** A draft has no items under way whose rules could be changed. */
  | { readonly code: 'changeOfDraft' }
  /** No round has come to its end, or nobody did anything in the last. */
  | { readonly code: 'noLastRound' }
  | { readonly code: 'fileMissing' }
  /** The body ended, or made no sense, before the file was there. */
  | { readonly code: 'uploadCut' }
  | { readonly code: 'severalFiles'; readonly given: number }
  | { readonly code: 'fileEmpty'; readonly name: string }
  | { readonly code: 'evidenceQuota'; readonly of: 'item' | 'person'; readonly mostBytes: number }
  | {
      /** More than one ZIP holds. */
      readonly code: 'bundleTooLarge';
      readonly bytes: number;
      readonly mostBytes: number;
      readonly entries: number;
      readonly mostEntries: number;
    }
  | { readonly code: 'fileTooLarge'; readonly name: string; readonly mostBytes: number }
  | { readonly code: 'fileKindNotAccepted'; readonly name: string; readonly allowed: string }
  | { readonly code: 'fileKindDiffers'; readonly name: string; readonly found: string | null }
  /** Of another item, swept away, or never there: the same words for all. */
  | { readonly code: 'uploadUnknown'; readonly evidenceId: string }
  | { readonly code: 'uploadOfAnother'; readonly name: string }
  /** With a virus scanner set up, what it has not looked at yet is given to nobody, and nothing is decided on it. */
  | { readonly code: 'fileNotScanned'; readonly names: readonly string[] }
  | { readonly code: 'fileInfected'; readonly names: readonly string[] }
  /** The store has lost them, or holds other bytes than were handed in. */
  | { readonly code: 'fileDamaged'; readonly names: readonly string[] }
  | { readonly code: 'notUnderWay'; readonly itemId: string }
  | { readonly code: 'outcomeUnknown'; readonly commandId: string }
  /** The id of this press stands for another one: other words, another act, or somebody else. */
  | { readonly code: 'commandIdTaken'; readonly commandId: string }
  | { readonly code: 'ours'; readonly reference: string };

export type RecordRefusalCode = RecordRefusal['code'];
