/** The end of the document: contact paragraph, organ, date, editor's lines. */
import type { Line } from '../lines/normalise.ts';
import { datesIn, isoOf } from '../words/dates.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { contactIn } from '../words/contact.ts';
import {
  isContact,
  isDateLine,
  isPrintedOn,
  isPromise,
  isTrailer,
  isWelcome,
  mentionsContact,
  organAndDate,
} from '../words/farewell.ts';
import { isFooter, isSiteLine } from '../words/page.ts';
import { isFinding } from '../structure/headings.ts';
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

/** A heading or label with nothing after it: the next line is its text, whatever that says. */
function isHead(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const label = leadingLabel(line.text);
  if (label !== null) return label.rest === '';
  const mark = markOf(line.text);
  if (mark === null || /。./.test(line.text)) return false;
  return !/[。；]$/.test(line.text) || isFinding(line.text.slice(mark.length).replace(/。$/, ''));
}

function isItemLine(line: Line): boolean {
  const label = leadingLabel(line.text);
  if (line.cells !== null) return true;
  if (label !== null && label.kind !== 'next') return true;
  const mark = markOf(line.text);
  return mark !== null && !isContact(line.text.slice(mark.length));
}

const NAME = /^[\p{Script=Han}（）()·A-Za-z\d ]{4,40}$/u;

/** Whatever stands by itself right above the date has signed. */
const isSigner = (line: Line, below: Line | undefined): boolean =>
  below !== undefined &&
  isDateLine(below.text) &&
  line.cells === null &&
  line.heading === 0 &&
  NAME.test(line.text) &&
  markOf(line.text) === null &&
  leadingLabel(line.text) === null &&
  !/[了的已将]|整改|完成/.test(line.text);

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
      isPrintedOn(line.text) ||
      isFooter(line.text) ||
      isSigner(line, lines[at + 1]) ||
      isOrgan(line.text) ||
      (start === at + 1 && line.heading === 0 && isPromise(folded) && !isHead(lines[at - 1]));
    if (closing && !(mark !== null && isOrgan(bare))) start = at;
    else if (isItemLine(line) && !/^(?:联系|监督)方式/.test(bare)) break;
    else if (mentionsContact(line.text)) start = at;
  }
  return start;
}

/** Where the signature stands: the last line with nothing but a date, or an organ and a date. */
const signedAt = (tail: readonly string[]): number =>
  tail.findLastIndex((text) => isDateLine(text) || organAndDate(text) !== null);

/** A site's own telephone under the page is nobody's to write to about the notice. */
const OF_THE_NOTICE = /联系人|意见|建议|监督|反映|举报/;

/** The lines that say where to write: above the signature, else below it as far as the page is still the document's. */
function contactLines(tail: readonly string[]): string[] {
  const signed = signedAt(tail);
  const footer = tail.findIndex(isFooter);
  const own = footer < 0 ? tail : tail.slice(0, footer);
  const above = signed < 0 ? own : own.slice(0, signed);
  const below = signed < 0 ? [] : own.slice(signed + 1);
  const isSite = tail.some(isSiteLine);
  const says = Object.values(contactIn(above)).some((value) => value !== null);
  const told = says ? above : [...above, ...below.filter((text) => !isSite || OF_THE_NOTICE.test(text))];
  return told.filter((text) => !isOrgan(text) && !isDateLine(text));
}

export function readClosing(lines: readonly Line[]): Closing {
  const start = startOf(lines);
  const tail = lines.slice(start).map((line) => line.text);
  const signer = lines.slice(start).find((line, at) => isSigner(line, lines[start + at + 1]))?.text ?? null;
  const signed = signedAt(tail);
  const signature = tail[signed] ?? '';
  const both = organAndDate(signature);
  const names: string[] = [];
  for (let up = signed - 1; up >= 0 && isOrgan(tail[up] ?? ''); up--) names.unshift(tail[up] ?? '');
  const printed = tail.find(isPrintedOn);
  return {
    start,
    contact: contactLines(tail),
    organ:
      both?.organ ?? (names.length > 0 ? names.join(' ') : (signer ?? tail.findLast((text) => isOrgan(text)) ?? null)),
    date: isoOfLine(both?.date ?? signature) ?? (printed === undefined ? null : isoOfLine(printed)),
  };
}
