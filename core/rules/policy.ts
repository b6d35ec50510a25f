/**
 * The rules of a round as data: deadlines, reminder ladder, escalation ladder, review stages.
 *
 * A policy is versioned and pinned to the items launched with it, so a later edit never moves a running promise unseen.
 * What is checked when one is edited stands in {@link file://./policy-faults.ts}.
 */

import type { Locale } from '../locale.ts';

/**
 * Who is addressed by a step of the ladder. Each is resolved to people when the mail is written. owner: of measures that are
 * behind · jointReviewers: of the units of a joint review that have not said yet.
 */
export type Addressee =
  'owner' | 'handler' | 'liaison' | 'leadLeader' | 'chief' | 'jointReviewers' | 'inspectionOffice' | 'admin';

/** A kind of numbered letter, by the name under which the round's rules know it. */
export type LetterKind = string;

/** What a round's rules say of a kind of letter. */
export interface LetterRule {
  readonly kind: LetterKind;
  /** Absent where the product has a name for the kind. */
  readonly name?: Readonly<Record<Locale, string>>;
  /** Printed behind the organ's own sign, before the year: letters with one mark are numbered together. Absent: none. */
  readonly mark?: string;
  /** Working days within which the unit answers it; one that is not answered climbs. Absent: no answer is waited for. */
  readonly answerWithinWorkingDays?: number;
  /** Whom it goes to where the office issues it by hand. */
  readonly to: readonly Addressee[];
}

/** The kinds that the product has names for, numbered together. */
const standardLetters: readonly LetterRule[] = [
  { kind: 'reminderLetter', to: ['handler', 'liaison'] },
  { kind: 'supervisionLetter', to: ['handler', 'leadLeader'] },
];

/** The letters of these rules, the mildest first. */
export const letterRules = ({ letters = standardLetters }: Pick<Policy, 'letters'>): readonly LetterRule[] => letters;

/** @throws Error for a kind that these rules do not know: a policy names no other in its steps */
export function letterRule(policy: Pick<Policy, 'letters'>, kind: LetterKind): LetterRule {
  const found = letterRules(policy).find((rule) => rule.kind === kind);
  if (found === undefined) throw new Error(`no rules for the letter ${kind}`);
  return found;
}

/** A reminder before a deadline: `daysBefore` calendar days, sent at the slot of the working day at or before that day. */
interface ReminderStep {
  readonly daysBefore: number;
  readonly to: readonly Addressee[];
}

/** A reminder before the due date may be a letter. */
interface DueReminder extends ReminderStep {
  readonly letter?: LetterKind;
}

/** A step of the ladder after a deadline: `workingDaysAfter` working days after the due date. */
export interface EscalationStep {
  readonly workingDaysAfter: number;
  readonly to: readonly Addressee[];
  readonly letter?: LetterKind;
  /** The summons to an interview (约谈) is proposed to the chief. */
  readonly proposesInterview?: boolean;
  /** The item is put under listed supervision (挂牌督办). */
  readonly lists?: boolean;
}

export interface Policy {
  readonly version: number;
  /** The wall-clock time in Asia/Shanghai at which mails leave on working days, `HH:MM`. */
  readonly mailSlot: string;
  /** Working days after dispatch within which the unit signs for the item; null: no reminder to sign. */
  readonly signWithinWorkingDays: number | null;
  /**
   * Working days within which somebody decides what waits for them: a plan, an application, a wish for more time, an
   * assignment given back. Null: no date and no reminder.
   */
  readonly reviewWithinWorkingDays: number | null;
  /** Calendar days after the start of the round within which the plan is due. */
  readonly planDueDays: number;
  /** Length of the concentrated period in months: the due date of an item. */
  readonly periodMonths: number;
  /** What happens to a due date that falls on a day off. */
  readonly dueOnDayOff: 'nextWorkingDay' | 'keep';
  readonly planReview: 'leadLeader' | 'none';
  /** Inside endorsement first, outside approval last; a small office may keep only the outside approval. */
  readonly closureReview: 'endorseThenApprove' | 'approveOnly';
  /**
   * Units that must all agree before the outside decision (会审: 纪检监察组, 组织部 …), by their ids: those of one stage beside each
   * other, the stages one after the other. Absent: none.
   */
  readonly jointReview?: readonly (readonly string[])[];
  readonly planReminders: readonly ReminderStep[];
  readonly reminders: readonly DueReminder[];
  readonly escalations: readonly EscalationStep[];
  /** Absent: reminder letter and supervision letter, of which no answer is waited for. */
  readonly letters?: readonly LetterRule[];
  /** Default working days a unit gets when its application is returned, and for a plan that is asked for after its date. */
  readonly returnDueWorkingDays: number;
  readonly maxExtensions: number;
  /** Calendar days before the due date within which an item counts as due soon (yellow). */
  readonly yellowWithinDays: number;
  /** No reminder is the last one: whoever is late is reminded again every so many working days, until they act. */
  readonly repeatEveryWorkingDays: number;
  /** From this repetition on, whoever stands above hears of it too. */
  readonly repeatUpwardFrom: number;
  readonly evidencePerMeasure: number;
  readonly interimCheckpointMonths: number;
  /** So many interim results of an item are accepted as they are; each later one needs a justification. Absent: all are. */
  readonly interimsUnjustified?: number;
  readonly standingReviewMonths: number;
}

/**
 * The default: plan in 30 days, six months for the whole, reminders at T−20 (handler), T−10 (with the lead leader), T−3, T−1
 * and on the day; overdue T+1 reminder letter, T+5 supervision letter, T+10 to the chief with an interview proposed,
 * T+20 listed supervision. The thresholds follow the practice of county and city inspection offices (green letter at 20
 * days, yellow at 10, red when overdue); every number may be changed per round.
 */
export const defaultPolicy: Policy = {
  version: 1,
  mailSlot: '09:00',
  signWithinWorkingDays: 3,
  reviewWithinWorkingDays: 5,
  planDueDays: 30,
  periodMonths: 6,
  dueOnDayOff: 'nextWorkingDay',
  planReview: 'leadLeader',
  closureReview: 'endorseThenApprove',
  planReminders: [
    { daysBefore: 3, to: ['handler'] },
    { daysBefore: 0, to: ['handler', 'leadLeader'] },
  ],
  reminders: [
    { daysBefore: 20, to: ['handler'] },
    { daysBefore: 10, to: ['handler', 'leadLeader'] },
    { daysBefore: 3, to: ['handler'] },
    { daysBefore: 1, to: ['handler'] },
    { daysBefore: 0, to: ['handler', 'leadLeader'] },
  ],
  escalations: [
    { workingDaysAfter: 1, to: ['handler', 'liaison'], letter: 'reminderLetter' },
    { workingDaysAfter: 5, to: ['handler', 'leadLeader'], letter: 'supervisionLetter' },
    { workingDaysAfter: 10, to: ['leadLeader', 'chief', 'inspectionOffice'], proposesInterview: true },
    { workingDaysAfter: 20, to: ['leadLeader', 'chief', 'inspectionOffice'], lists: true },
  ],
  returnDueWorkingDays: 10,
  maxExtensions: 2,
  yellowWithinDays: 10,
  repeatEveryWorkingDays: 5,
  repeatUpwardFrom: 2,
  evidencePerMeasure: 1,
  interimCheckpointMonths: 3,
  standingReviewMonths: 6,
};
