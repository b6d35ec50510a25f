/** Measures as choices, by their place and words. */
import type { Measure } from '../../../core/item/item.ts';

export const measureChoices = (measures: readonly Measure[]) =>
  measures.map(({ id, text }, index) => ({ value: id, words: `${index + 1}. ${text}` }));
