/** The rehearsal (演练) of a round: what would reach whom on which day, if people did as is assumed. */
import type { Locale } from '../locale.ts';
import type { LetterKind } from '../rules/policy.ts';
import { addDays, addMonths, type LocalDate } from '../time.ts';
import type { ItemDate } from '../item/item-dates.ts';

/**
 * nobodyActs: time alone moves the items · onTime: each person does what is asked of them on the last day but one ·
 * asLastRound: each act takes as long as it took this unit in the last round that was completed
 */
export const assumptions = ['nobodyActs', 'onTime', 'asLastRound'] as const;

export type Assumption = (typeof assumptions)[number];

/** One rehearsal takes no more items: its server keeps them all in memory. */
export const mostRehearsedItems = 300;

const longestMonths = 24;

/** Mails to one person on one day, from which on that day is heavy for them; where nothing else is said. */
export const heavyFrom = 3;

/** The days by which a rehearsal may end. */
export const untilRange = (today: LocalDate): { readonly earliest: LocalDate; readonly latest: LocalDate } => ({
  earliest: addDays(today, 1),
  latest: addMonths(today, longestMonths),
});

/** What one person would get on one day. */
export interface RehearsedDay {
  readonly on: LocalDate;
  readonly personId: string;
  /** Letters among them. */
  readonly mails: number;
  readonly letters: number;
  /** Numbers of the items that they speak of. */
  readonly items: readonly string[];
}

export interface RehearsedLetter {
  readonly on: LocalDate;
  readonly personId: string;
  readonly itemId: string;
  readonly number: string;
  readonly letter: LetterKind;
}

/** A date that rests on years whose working days nobody has published. */
export interface UnsureDate {
  readonly itemId: string;
  readonly number: string;
  readonly date: ItemDate;
  readonly on: LocalDate;
  readonly years: readonly string[];
}

export interface Rehearsal {
  readonly roundId: string;
  readonly title: string;
  readonly assumption: Assumption;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly heavyFrom: number;
  readonly items: number;
  /** Items that would be at their end. */
  readonly finished: number;
  readonly mails: number;
  readonly letters: number;
  /** People who would get any. */
  readonly people: number;
  /** By day, then by person. */
  readonly days: readonly RehearsedDay[];
  /** To whom it would climb, the earliest first. */
  readonly escalated: readonly RehearsedLetter[];
  readonly unsure: readonly UnsureDate[];
  /** What the kinds of letters are called. */
  readonly letterNames: Readonly<Record<LetterKind, Readonly<Record<Locale, string>>>>;
  /** Acts that were wanted, and that the assumption knows nobody for. */
  readonly undone: number;
  /** That it took, from the first moment to the last. */
  readonly seconds: number;
}

/** Days on which somebody would get so many mails, the heaviest first. */
export const heavyDays = ({ days, heavyFrom }: Pick<Rehearsal, 'days' | 'heavyFrom'>): readonly RehearsedDay[] =>
  days.filter(({ mails }) => mails >= heavyFrom).sort((one, other) => other.mails - one.mails);

/** Days and people for whom two rehearsals differ. */
export interface RehearsedDifference {
  readonly on: LocalDate;
  readonly personId: string;
  readonly before: number;
  readonly after: number;
}

/** By day, then by person; where both would get as many mails, nothing is said. */
export function differencesOf(before: Rehearsal, after: Rehearsal): RehearsedDifference[] {
  const found = new Map<string, RehearsedDifference>();
  for (const { on, personId, mails } of before.days)
    found.set(`${on}/${personId}`, { on, personId, before: mails, after: 0 });
  for (const { on, personId, mails } of after.days) {
    const key = `${on}/${personId}`;
    found.set(key, { on, personId, before: found.get(key)?.before ?? 0, after: mails });
  }
  return [...found.entries()]
    .filter(([, { before, after }]) => before !== after)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, difference]) => difference);
}
