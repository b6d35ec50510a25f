/** Lines as the text of an item. */
import type { Line } from '../lines/normalise.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { beginsMeasure } from '../words/measures.ts';
import { isCaption } from '../words/page.ts';

/** A bullet counts a measure, unless the line counts by itself. */
export const told = ({ text, bullet }: Line): string =>
  bullet && markOf(text) === null && leadingLabel(text) === null && !beginsMeasure(text) ? `● ${text}` : text;

export const textOf = (lines: readonly Line[]): string =>
  lines
    .filter(({ text }) => !isCaption(text))
    .map(told)
    .join('\n');
