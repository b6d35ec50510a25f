/** The sentences for a "no" to anything but a command on an item: the shape, written once in each language. */
import type { RecordRefusal, RecordRefusalCode } from '../round/record-refusal.ts';

type RecordRefusalOf<Code extends RecordRefusalCode> = Extract<RecordRefusal, { readonly code: Code }>;

/** Fact, rule, way out; where there is nothing to be done but one thing, fewer. */
export type RecordRefusalTexts = {
  readonly [Code in RecordRefusalCode]: (refusal: RecordRefusalOf<Code>) => readonly string[];
};

/** Those of sign-in and accounts. */
export type AccountRefusalTexts = Pick<
  RecordRefusalTexts,
  | 'notSignedIn'
  | 'wrongCredentials'
  | 'tooManyAttempts'
  | 'secondFactorNeeded'
  | 'secondFactorWrong'
  | 'secondFactorOwed'
  | 'secondFactorIsOn'
  | 'secondFactorOff'
  | 'secondFactorDemanded'
  | 'ownSecondFactor'
  | 'ownSecondFactorFirst'
  | 'openidOff'
  | 'openidAway'
  | 'openidNotValid'
  | 'logoutNotValid'
  | 'openidNotLinked'
  | 'linkNotValid'
  | 'passwordGuessable'
  | 'passwordTooShort'
  | 'notAMailAddress'
  | 'emailTaken'
  | 'idTaken'
  | 'staffWithoutUnit'
>;

/** Those about a rehearsal. */
export type RehearsalRefusalTexts = Pick<
  RecordRefusalTexts,
  | 'rehearsalOff'
  | 'rehearsalUnderWay'
  | 'rehearsalTooLarge'
  | 'rehearsalUntil'
  | 'nothingToRehearse'
  | 'changeOfDraft'
  | 'noLastRound'
>;

/** Those about people who come, change, are away and go. */
export type PeopleRefusalTexts = Pick<
  RecordRefusalTexts,
  | 'lastAdmin'
  | 'hasLeft'
  | 'notLiaison'
  | 'stillHolds'
  | 'notStandingIn'
  | 'substituteUnfit'
  | 'absenceOverlaps'
  | 'absenceOver'
>;

/** Those about the progress notice. */
export type BulletinRefusalTexts = Pick<
  RecordRefusalTexts,
  'bulletinIncomplete' | 'bulletinChanged' | 'bulletinUntraced' | 'nothingToApprove' | 'ownProposal'
>;
