/** The shape of the sentences for a "no"; written once in each language. */
import type { Refusal, RefusalCode } from '../item/refusal.ts';
import { namesOf, type Names } from './names.ts';

/** What is the case · what is allowed · what to do. */
export type ThreeSentences = readonly [fact: string, rule: string, wayOut: string];

export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;

/** One text for every code: a new code does not compile until both languages have it. */
export type RefusalTexts = {
  readonly [Code in RefusalCode]: (refusal: RefusalOf<Code>, names: Names) => ThreeSentences;
};

export function sentencesOf(texts: RefusalTexts, refusal: Refusal, names?: Partial<Names>): ThreeSentences {
  // The table has one text per code; the compiler cannot tie a code to its own text through an index.
  const text = texts[refusal.code] as (refusal: Refusal, names: Names) => ThreeSentences;
  return text(refusal, namesOf(names));
}

/**
 * The states in which the act would be allowed, without the present one: that one is in the table and still not enough when
 * the policy of the round leaves a review stage out or asks for one more.
 */
export const statesElsewhere = ({ state, allowedIn }: RefusalOf<'notAllowedInState'>) =>
  allowedIn.filter((allowed) => allowed !== state);
