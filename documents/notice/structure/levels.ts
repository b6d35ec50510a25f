/** Which number style stands inside which: by custom, unless the document plainly counts the other way round. */
import { markOf, type Mark, type MarkStyle } from '../words/marks.ts';
import type { Line } from '../lines/normalise.ts';

interface Step {
  readonly style: MarkStyle;
  readonly rank: number;
  readonly value: number;
}

/**
 * Whether marks of one style stand inside those of another that custom puts deeper: they begin, at one, after the
 * other has begun, and the other counts on after them instead of beginning again.
 */
function isInverted(outer: MarkStyle, inner: MarkStyle, steps: readonly Step[]): boolean {
  const first = steps.findIndex((step) => step.style === outer);
  if (first < 0 || steps[first]?.value !== 1) return false;
  const before = steps.slice(0, first).findLast((step) => step.style === inner);
  const after = steps.slice(first).find((step) => step.style === inner);
  return before !== undefined && after !== undefined && after.value === before.value + 1;
}

/** 1.1 is inside 1 whatever the document does. */
const FIXED: ReadonlySet<MarkStyle> = new Set(['decimal']);

/** New ranks for the styles that a document nests against custom; none in most. */
function ranksOf(steps: readonly Step[]): Map<MarkStyle, number> {
  const ranks = new Map<MarkStyle, number>();
  for (const { style, rank } of steps) if (!FIXED.has(style) && !ranks.has(style)) ranks.set(style, rank);
  const custom = [...ranks].sort((a, b) => a[1] - b[1]).map(([style]) => style);
  const moved = new Map<MarkStyle, number>();
  // From the deepest: what moves under a style keeps its order among those that move there too.
  for (const inner of custom.toReversed()) {
    for (const [order, outer] of custom.entries()) {
      if ((ranks.get(outer) ?? 0) >= (ranks.get(inner) ?? 0) || !isInverted(outer, inner, steps)) continue;
      const rank = (ranks.get(inner) ?? 0) + 0.01 * (order + 1);
      ranks.set(outer, rank);
      moved.set(outer, rank);
    }
  }
  return moved;
}

/** The mark of every line, null where it has none; ranks as this document nests them. */
export function marksOf(lines: readonly Line[]): (Mark | null)[] {
  const marks = lines.map((line) => (line.cells === null ? markOf(line.text) : null));
  const moved = ranksOf(marks.filter((mark) => mark !== null));
  if (moved.size === 0) return marks;
  return marks.map((mark) => (mark === null ? null : { ...mark, rank: moved.get(mark.style) ?? mark.rank }));
}
