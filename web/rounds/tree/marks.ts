/** What became of each line of the document: the finding it went into, what of it was left out, what was not taken over. */
import type { Unplaced } from '../../../core/round/notice.ts';
import type { Step } from './steps.ts';
import { findingsOf, type Tree } from './tree.ts';

export interface Mark {
  /** The finding that the line went into, itself or as a measure of it. */
  readonly itemId: number | null;
  /** The part whose heading it is. */
  readonly partId: number | null;
  readonly isLeftOut: boolean;
  /** Sentences of the line that went nowhere. */
  readonly unplaced: readonly string[];
}

const unmarked: Mark = { itemId: null, partId: null, isLeftOut: false, unplaced: [] };

/** What a line leads to: a finding or a part. */
export const leadOf = (mark: Mark | undefined): number | null => mark?.itemId ?? mark?.partId ?? null;

/** By line, 1 for the first; lines that hold nothing of it are absent. */
export function marksOf(tree: Tree, unplaced: readonly Unplaced[]): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const mark = (lines: readonly number[], change: (mark: Mark) => Mark): void =>
    lines.forEach((line) => marks.set(line, change(marks.get(line) ?? unmarked)));
  for (const { id, lines } of tree.parts) mark(lines, (found) => ({ ...found, partId: found.partId ?? id }));
  for (const { id, lines, measures } of findingsOf(tree))
    for (const own of [lines, ...measures.map((measure) => measure.lines)])
      mark(own, (found) => ({ ...found, itemId: found.itemId ?? id }));
  for (const out of tree.leftOut) {
    const gone = 'finding' in out ? [out.finding, ...out.finding.measures] : [out.measure];
    for (const { lines } of gone) mark(lines, (found) => ({ ...found, isLeftOut: true }));
  }
  for (const { line, text } of unplaced) mark([line], (found) => ({ ...found, unplaced: [...found.unplaced, text] }));
  return marks;
}

/** What was not taken over by the parser, nor by a step since. */
export function stillUnplaced(unplaced: readonly Unplaced[], steps: readonly Step[]): readonly Unplaced[] {
  const added = new Set(
    steps.flatMap((step) => {
      if (step.do === 'addItem') return [`${step.lines[0] ?? ''} ${step.title}`];
      return step.do === 'addMeasure' ? [`${step.lines[0] ?? ''} ${step.text}`] : [];
    }),
  );
  return unplaced.filter(({ line, text }) => !added.has(`${line} ${text}`));
}

/** The finding that a line stands below: the last one that went into it or into a line above. Null at the top. */
export function findingAbove(marks: ReadonlyMap<number, Mark>, line: number): number | null {
  for (let at = line; at > 0; at -= 1) {
    const id = marks.get(at)?.itemId ?? null;
    if (id !== null) return id;
  }
  return null;
}
