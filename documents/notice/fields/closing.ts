/** The end of the document: contact paragraph, organ, date, editor's lines. */
import type { Line } from '../lines/normalise.ts';
import { datesIn, isoOf } from '../words/dates.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { isContact, isDateLine, isTrailer, isWelcome, mentionsContact, organAndDate } from '../words/farewell.ts';
import { isOrgan } from '../words/organ.ts';
import { fold } from '../text/han.ts';

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

/** 附件：1.… 2.…: names of annexes, which are short. A table or a label below means that the annex itself follows. */
const ANNEX = /^附件[\d一二三四五]{0,2}(?:[：:.、]|\s|$)/;

function annexAt(lines: readonly Line[]): number {
  const from = Math.max(0, lines.length - LONGEST);
  const at = lines.slice(from).findIndex((line) => line.cells === null && ANNEX.test(line.text));
  if (at < 0) return lines.length;
  const named = lines
    .slice(from + at + 1)
    .every((line) => line.cells === null && line.text.length < 80 && leadingLabel(line.text) === null);
  return named ? from + at : lines.length;
}

/** 下一步，我局将…: promises after the last item belong to none. */
const PROMISE =
  /^(?:下一?步|下一?阶段|今后|接下来)[，,]|^[^，。：；]{2,24}(?:党组|党委|党工委|委员会|支部|总支|我局|我们|我委|我办|我院|我校)将(?:继续|持续|进一步|坚持|以|严格|不断|切实|认真|始终)/;

/** A heading or label with nothing after it: the next line is its text, whatever that says. */
function isHead(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const label = leadingLabel(line.text);
  return label === null ? markOf(line.text) !== null && !/。./.test(line.text) : label.rest === '';
}

function isItemLine(line: Line): boolean {
  const label = leadingLabel(line.text);
  if (line.cells !== null) return true;
  if (label !== null && label.kind !== 'next') return true;
  const mark = markOf(line.text);
  return mark !== null && !isContact(line.text.slice(mark.length));
}

/** Where contact, signature and trailer begin, walking up from the end. */
function startOf(lines: readonly Line[]): number {
  let start = annexAt(lines);
  for (let at = start - 1; at >= Math.max(0, lines.length - LONGEST); at--) {
    const line = lines[at];
    if (line === undefined) break;
    const folded = fold(line.text.slice(0, 400));
    const mark = markOf(line.text);
    const bare = folded.slice(mark?.length ?? 0);
    const closing =
      isWelcome(bare) ||
      isContact(bare) ||
      isDateLine(folded) ||
      isTrailer(folded) ||
      organAndDate(line.text) !== null ||
      isOrgan(line.text) ||
      (start === at + 1 && line.heading === 0 && PROMISE.test(folded) && !isHead(lines[at - 1]));
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
