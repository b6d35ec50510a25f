/** The words of the product: two catalogues of one type, and the sentences made from facts. */
import type { ItemEvent } from '../event.ts';
import type { Light } from '../light.ts';
import type { PolicyFault } from '../policy-faults.ts';
import type { Refusal } from '../refusal.ts';
import { en, type Catalogue } from './en.ts';
import type { Locale } from './locale.ts';
import { namesOf, type Names } from './names.ts';
import type { ThreeSentences } from './refusal-texts.ts';
import { zh } from './zh.ts';

export type { Catalogue, Locale, Names };

export const catalogue = (locale: Locale): Catalogue => (locale === 'en' ? en : zh);

/** ■ 超期 · ■ Overdue: the shape says it without colour, the word without eyes. */
export function lightText(light: Light, locale: Locale): string {
  const { shape, word } = catalogue(locale).lights[light];
  return `${shape} ${word}`;
}

/** A "no" in three sentences: what is the case, what is allowed, what to do. */
export function refusalSentences(refusal: Refusal, locale: Locale, names?: Partial<Names>): ThreeSentences {
  // The table has one text per code; the compiler cannot tie a code to its own text through an index.
  const text = catalogue(locale).refusals[refusal.code] as (refusal: Refusal, names: Names) => ThreeSentences;
  return text(refusal, namesOf(names));
}

/** The three sentences as one paragraph. */
export const refusalText = (refusal: Refusal, locale: Locale, names?: Partial<Names>): string =>
  refusalSentences(refusal, locale, names).join(locale === 'en' ? ' ' : '');

/** What happened, as the timeline says it. Who and when stand beside it. */
export function eventText(event: ItemEvent, locale: Locale, names?: Partial<Names>): string {
  const text = catalogue(locale).events[event.type] as (event: ItemEvent, names: Names) => string;
  return text(event, namesOf(names));
}

/** One fault of an edited policy, with the path of its field: 超期工作日数（escalations[1].workingDaysAfter）应为… */
export function policyFaultText(fault: PolicyFault, locale: Locale): string {
  const { fields, faults, whole, withPath } = catalogue(locale).policy;
  const name = /([a-zA-Z]+)(?:\[\d+\])?$/.exec(fault.path)?.[1];
  const label = Object.entries(fields).find(([field]) => field === name)?.[1];
  const field = fault.path === '' ? whole : label === undefined ? fault.path : withPath(label, fault.path);
  return faults[fault.code](field, fault);
}
