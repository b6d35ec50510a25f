/** Pieces of text → lines, from the top down. */
import type { PdfLine, Piece } from './piece.ts';
import { WIDE } from '../text/wide.ts';

/** Pieces whose bases differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** Gaps in sizes of letters: Chinese is set with some air, words are apart, and cells further. */
const WORD_GAP = 0.2;
const HAN_GAP = 0.8;
const CELL_GAP = 2;
/** A quarter of a letter is the air that word processors put between Chinese and digits; a space is wider. */
const MIXED_AIR = 0.3;
/** Lines with fewer gaps are labels and their values, and no rows. */
const ROW_GAPS = 2;

const ONE_WIDE = new RegExp(WIDE, 'u');
const isWide = (text: string, at: number): boolean => ONE_WIDE.test(text.at(at) ?? ' ');

/** A gap that is more than the air of a justified line. */
const GAP = '\u2003';
/** PDF.js takes that air for spaces. */
const AIR = new RegExp(`(?<=${WIDE}) +(?=${WIDE})`, 'gu');

const gapOf = (before: Piece, after: Piece): number =>
  (after.left - before.right) / Math.max(1, Math.min(before.size, after.size));

/** Whether PDF.js took air between 年 and 3 for a space. */
const isAir = (before: Piece, after: Piece): boolean =>
  isWide(before.text, -1) !== isWide(after.text, 0) && gapOf(before, after) < MIXED_AIR;

/** '' for none, a gap, or a tab. */
function between(before: Piece, after: Piece): string {
  const gap = gapOf(before, after);
  if (gap > CELL_GAP) return '\t';
  const least = isWide(before.text, -1) || isWide(after.text, 0) ? HAN_GAP : WORD_GAP;
  return gap > least ? GAP : '';
}

const isBlank = ({ text }: Piece): boolean => text.trim() === '';

function lineOf(pieces: readonly Piece[]): PdfLine | null {
  const all = pieces.toSorted((a, b) => a.left - b.left);
  const seen = all.filter((piece) => !isBlank(piece));
  const [first] = seen;
  if (first === undefined) return null;
  let before: Piece | null = null;
  let text = '';
  let blanks = '';
  let tabs = 0;
  for (const piece of all) {
    if (isBlank(piece)) blanks += ' ';
    else {
      if (before === null || !isAir(before, piece)) text += blanks;
      blanks = '';
      const gap = before === null ? '' : between(before, piece);
      if (gap === '\t') tabs += 1;
      text += `${gap}${piece.text}`;
      before = piece;
    }
  }
  text += blanks;
  const spaced = text.replace(AIR, '').replace(tabs >= ROW_GAPS ? / *\t */g : /\t/g, tabs >= ROW_GAPS ? '\t' : ' ');
  const plain = spaced.replaceAll(GAP, ' ').replace(/ {2,}/g, ' ');
  return {
    text: plain.trim(),
    isSpaced: /\s$/.test(plain),
    left: first.left,
    right: seen.reduce((right, piece) => Math.max(right, piece.right), first.right),
    base: first.base,
    size: seen.reduce((size, piece) => Math.max(size, piece.size), first.size),
  };
}

export function linesOf(pieces: readonly Piece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: Piece[] = [];
  const flush = (): void => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const piece of pieces.toSorted((a, b) => b.base - a.base)) {
    const [first] = open;
    if (first !== undefined && first.base - piece.base > SAME_LINE * Math.max(first.size, piece.size)) flush();
    open.push(piece);
  }
  flush();
  return lines;
}
