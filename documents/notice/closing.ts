/** The end of the document: contact paragraph, organ, date, editor's lines. */
import type { Line } from './normalise.ts';
import { datesIn, isoOf } from './dates.ts';
import { leadingLabel } from './labels.ts';
import { markOf } from './marks.ts';
import { isContact, isDateLine, isTrailer, isWelcome, mentionsContact, organAndDate } from './farewell.ts';
import { isOrgan } from './organ.ts';
import { fold } from './text.ts';

export interface Closing {
  /** Index of the first line that is no longer text of an item. */
  readonly start: number;
  readonly contact: readonly string[];
  readonly organ: string | null;
  readonly date: string | null;
}

/** How many lines a closing has at most. */
const LONGEST = 40;

const isoOfLine = (text: string): string | null => {
  const day = datesIn(text)[0]?.from;
  return day === undefined ? null : isoOf(day);
};

function isItemLine(line: Line): boolean {
  const label = leadingLabel(line.text);
  if (line.cells !== null) return true;
  if (label !== null && label.kind !== 'next') return true;
  const mark = markOf(line.text);
  return mark !== null && !isContact(line.text.slice(mark.length));
}

/** Where contact, signature and trailer begin, walking up from the end. */
function startOf(lines: readonly Line[]): number {
  let start = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LONGEST); at--) {
    const line = lines[at];
    if (line === undefined) break;
    const folded = fold(line.text).slice(0, 400);
    const mark = markOf(line.text);
    const bare = folded.slice(mark?.length ?? 0);
    const closing =
      isWelcome(bare) ||
      isContact(bare) ||
      isDateLine(folded) ||
      isTrailer(folded) ||
      organAndDate(line.text) !== null ||
      isOrgan(line.text);
    if (closing && !(mark !== null && isOrgan(bare))) start = at;
    else if (isItemLine(line) && !/^(?:联系|监督)方式/.test(bare)) break;
    else if (mentionsContact(line.text)) start = at;
  }
  return start;
}

export function readClosing(lines: readonly Line[]): Closing {
  const start = startOf(lines);
  const tail = lines.slice(start).map((line) => line.text);
  let organ: string | null = null;
  let date: string | null = null;
  for (let at = tail.length - 1; at >= 0 && date === null; at--) {
    const text = tail[at] ?? '';
    const both = organAndDate(text);
    if (both !== null) {
      organ = both.organ;
      date = isoOfLine(both.date);
    } else if (isDateLine(text)) {
      date = isoOfLine(text);
      const names: string[] = [];
      for (let up = at - 1; up >= 0 && isOrgan(tail[up] ?? ''); up--) names.unshift(tail[up] ?? '');
      if (names.length > 0) organ = names.join(' ');
    }
  }
  organ ??= tail.findLast((text) => isOrgan(text)) ?? null;
  return { start, contact: tail.filter((text) => !isOrgan(text) && !isDateLine(text)), organ, date };
}
