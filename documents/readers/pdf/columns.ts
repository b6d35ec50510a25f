/** A page set in two columns is read down the left one first. */
import type { Piece } from './piece.ts';

/** Where a gutter may be, as a share of the width of the text, and in what steps it is looked for. */
const FROM = 0.35;
const TO = 0.65;
const STEPS = 31;
/** A gutter has at least this many letters' width, and columns this many pieces that mostly fill them. */
const GUTTER = 1;
const LEAST_PIECES = 8;
const FILLED = 0.6;

const edge = (values: readonly number[], pick: (a: number, b: number) => number): number =>
  values.reduce((a, b) => pick(a, b));

function isColumn(pieces: readonly Piece[], left: number, right: number): boolean {
  const bases = new Map<number, number>();
  for (const { base, left, right } of pieces)
    bases.set(Math.round(base), (bases.get(Math.round(base)) ?? 0) + right - left);
  const full = [...bases.values()].filter((width) => width > FILLED * (right - left)).length;
  return bases.size >= LEAST_PIECES && full >= FILLED * bases.size;
}

/** The page as it is, or its columns in the order of reading. */
export function columnsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  if (pieces.length < 2 * LEAST_PIECES) return [pieces];
  const left = edge(
    pieces.map((piece) => piece.left),
    Math.min,
  );
  const right = edge(
    pieces.map((piece) => piece.right),
    Math.max,
  );
  const size = edge(
    pieces.map((piece) => piece.size),
    Math.min,
  );
  for (let step = 0; step < STEPS; step += 1) {
    // From the middle outwards.
    const shift = (Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1) * (TO - FROM)) / STEPS;
    const middle = left + (0.5 + shift) * (right - left);
    const [from, to] = [middle - (GUTTER * size) / 2, middle + (GUTTER * size) / 2];
    if (pieces.some((piece) => piece.left < to && piece.right > from)) continue;
    const columns = [
      pieces.filter((piece) => piece.right <= from),
      pieces.filter((piece) => piece.left >= to),
    ] as const;
    if (isColumn(columns[0], left, from) && isColumn(columns[1], to, right)) return columns;
  }
  return [pieces];
}
