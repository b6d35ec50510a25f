/** Phrases that the timeline and the refusals share, in English. */
import type { Binding } from '../../item/binding.ts';
import { agreeing, list, sentenceDate } from '../format.ts';
import type { Names } from '../names.ts';
import { enLabels } from './labels.ts';

export const day = (date: string): string => sentenceDate(date, 'en');

/** measures 1.1 and 1.2 */
export const measures = (ids: readonly string[], names: Names): string =>
  `${agreeing(ids.length, 'measure')} ${list(ids.map(names.measure), 'en')}`;

export const units = (ids: readonly string[], names: Names): string => list(ids.map(names.unit), 'en');

export const bindings = (as: readonly Binding[]): string =>
  list(
    as.map((binding) => enLabels.bindings[binding]),
    'en',
  );
