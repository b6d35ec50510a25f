/** Lines → paragraphs: a line that fills the measure goes on in the next one, unless that is set in. */
import type { PdfLine } from './piece.ts';

/** Left and right edge of the text. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** Pages with fewer lines do not show their measure. */
const LEAST_LINES = 8;
/** In sizes of letters: a line that ends this near to the edge is full; one that begins this far from it is set in. */
const FULL = 1.6;
const SET_IN = 1.2;
/** Leading beyond the usual, as a share of it. */
const APART = 1.5;
const SAME_SIZE = 0.15;

const SENTENCE_END = /[。！？；：!?;:]$/;
const MARK =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条])/;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function measureOf(lines: readonly PdfLine[]): Measure {
  let [left, right] = [Infinity, -Infinity];
  for (const line of lines) [left, right] = [Math.min(left, line.left), Math.max(right, line.right)];
  return { left, right };
}

const leadingsOf = (lines: readonly PdfLine[]): number[] =>
  lines.slice(1).map((line, at) => (lines[at]?.base ?? line.base) - line.base);

interface Placed extends PdfLine {
  readonly measure: Measure;
  /** Distance from the line above on the same page; null for the first. */
  readonly above: number | null;
}

function place(pages: readonly (readonly PdfLine[])[]): Placed[] {
  const whole = measureOf(pages.flat());
  return pages.flatMap((lines) => {
    const measure = lines.length >= LEAST_LINES ? measureOf(lines) : whole;
    const leadings = leadingsOf(lines);
    return lines.map((line, at) => ({ ...line, measure, above: at === 0 ? null : (leadings[at - 1] ?? null) }));
  });
}

function goesOn(line: Placed, next: Placed, leading: number): boolean {
  if (line.text.includes('\t') || next.text.includes('\t')) return false;
  if (Math.abs(line.size - next.size) > SAME_SIZE * line.size) return false;
  if (line.measure.right - line.right > FULL * line.size) return false;
  if (next.left - next.measure.left > SET_IN * next.size) return false;
  if (next.above !== null && next.above > APART * leading) return false;
  return !(SENTENCE_END.test(line.text) && MARK.test(next.text));
}

/** Between Chinese characters a space at the end of a line is air. */
const isWide = (sign: string): boolean => /[^\x20-\x7e]/.test(sign);

const joined = (before: PdfLine, after: PdfLine): string =>
  before.isSpaced && !(isWide(before.text.slice(-1)) && isWide(after.text.slice(0, 1))) ? ` ${after.text}` : after.text;

export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const lines = place(pages);
  const leading = median(lines.flatMap(({ above }) => (above === null ? [] : [above])));
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const open = paragraphs.at(-1);
    if (before !== undefined && open !== undefined && goesOn(before, line, leading)) open.push(joined(before, line));
    else paragraphs.push([line.text]);
  }
  return paragraphs.map((pieces) => pieces.join(''));
}
