/** What a numbered letter says and asks for: by when to answer it, and which step of the ladder comes next. */
import { addWorkingDays, workingDayUpTo } from '../rules/calendar.ts';
import type { Rules } from '../rules/rules.ts';
import { letterRule, type Addressee, type EscalationStep, type LetterKind } from '../rules/policy.ts';
import type { AwaitedLetter, Item, ItemState } from './item.ts';
import { heldSince } from './turn.ts';
import type { Locale } from '../locale.ts';
import { addDays, localDate, type Instant, type LocalDate } from '../time.ts';

/** What a letter says in whatever language: fixed when it gets its number, so that it reads the same ever after. */
export interface LetterContents {
  /** What its kind is called. */
  readonly name: Readonly<Record<Locale, string>>;
  /** Why the office issues it, where it does so by hand. */
  readonly reason: string | null;
  /** The letter whose answer it is after, by its number; null where it follows from a date or from the office. */
  readonly unanswered: { readonly year: number; readonly number: number } | null;
  /** Whether an answer is waited for, and climbs where none comes. */
  readonly wantsAnswer: boolean;
  /** The office that sends. */
  readonly organ: string;
  /** A telephone number or whatever else reaches a person. */
  readonly contact: string | null;
  /** Before the number, as the organ and the kind of letter have it: 云岭整督. */
  readonly numberPrefix: string;
  readonly itemNumber: string;
  readonly title: string;
  readonly round: string;
  readonly responsibleUnit: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly firstDueOn: LocalDate;
  readonly extensionsGranted: number;
  readonly extensionsRefused: number;
  /** Negative before the due date. */
  readonly workingDaysOverdue: number;
  readonly state: ItemState;
  /** 0 while no plan has been handed in: then there is nothing to count. */
  readonly measures: number;
  readonly measuresWithoutEvidence: number;
  /** The step of the ladder, 1 for the first; 0 for a letter that is none of its steps. */
  readonly level: number;
  readonly answerBy: LocalDate;
  readonly next: {
    readonly on: LocalDate;
    readonly to: readonly Addressee[];
    readonly proposesInterview: boolean;
    readonly lists: boolean;
  } | null;
  readonly policyVersion: number;
  /** Years its dates rest on that nobody has published. */
  readonly unpublishedYears: readonly string[];
}

/** Working days to answer a letter after which nothing more would follow. */
const answerWithinWorkingDays = 5;

export interface LetterTerms {
  /** The last day of the answer, a working day: the next step starts on the one after. */
  readonly answerBy: LocalDate;
  /** Null on the last step of the ladder. */
  readonly next: { readonly on: LocalDate; readonly step: EscalationStep } | null;
}

/**
 * @param level the step of the ladder the letter is, 1 for the first
 * @param lateFrom the day that the steps count from
 */
export function letterTerms(
  { policy, calendar }: Rules,
  level: number,
  lateFrom: LocalDate,
  issuedOn: LocalDate,
): LetterTerms {
  const step = policy.escalations[level];
  if (step === undefined) return { answerBy: addWorkingDays(calendar, issuedOn, answerWithinWorkingDays), next: null };
  const planned = addWorkingDays(calendar, lateFrom, step.workingDaysAfter);
  // After an outage the steps keep a day between them, as the ladder does.
  const earliest = addWorkingDays(calendar, issuedOn, 1);
  const on = planned < earliest ? earliest : planned;
  return { answerBy: workingDayUpTo(calendar, addDays(on, -1)), next: { on, step } };
}

/** By when a letter that leaves at a slot is answered; null where the rules wait for no answer. */
export function answerDueOn(letter: LetterKind, { policy, calendar }: Rules, sendAt: Instant): LocalDate | null {
  const days = letterRule(policy, letter).answerWithinWorkingDays;
  return days === undefined ? null : addWorkingDays(calendar, localDate(sendAt), days);
}

/**
 * The letters whose answer the unit owes. While others hold the item it owes none; a new date, another unit and whatever was
 * handed in since answer what was asked before.
 */
export function awaitedLetters(item: Item): readonly AwaitedLetter[] {
  if (heldSince(item) !== null || !answering.includes(item.state)) return [];
  const settled = [item.dueSetAt, item.assignedAt, ...item.returns.map(({ at }) => at), item.plan?.at ?? null];
  return item.letters.filter(
    ({ at, answeredAt }) => answeredAt === null && settled.every((moment) => moment === null || moment < at),
  );
}

const answering: readonly ItemState[] = ['assigned', 'inProgress', 'reopened'];
