/** The sentences for a "no" to anything but a command on an item: the shape, and the choice of language. */
import { policyFaultText } from './catalogue.ts';
import { enRecordRefusals } from './en/record-refusals.ts';
import type { Locale } from './locale.ts';
import { zhRecordRefusals } from './zh/record-refusals.ts';
import type { RecordRefusal, RecordRefusalCode } from '../record-refusal.ts';

export type RecordRefusalOf<Code extends RecordRefusalCode> = Extract<RecordRefusal, { readonly code: Code }>;

/** Fact, rule, way out; where there is nothing to be done but one thing, fewer. */
export type RecordRefusalTexts = {
  readonly [Code in RecordRefusalCode]: (refusal: RecordRefusalOf<Code>) => readonly string[];
};

export function recordRefusalText(refusal: RecordRefusal, locale: Locale): string {
  const isEnglish = locale === 'en';
  const texts = isEnglish ? enRecordRefusals : zhRecordRefusals;
  // One text per code; the compiler cannot tie a code to its own text through an index.
  const text = texts[refusal.code] as (refusal: RecordRefusal) => readonly string[];
  const faults = refusal.code === 'policyFaults' ? refusal.faults.map((fault) => policyFaultText(fault, locale)) : [];
  return [...text(refusal), ...faults].join(isEnglish ? ' ' : '');
}
