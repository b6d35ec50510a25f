/** 存在问题：1.甲；2.乙。 above 整改措施：1.子；2.丑。: two lists in running text that belong together point by point. */
import { headingOf } from './headings.ts';
import type { Piece } from './unmarked.ts';
import { ANSWERS, leadingLabel, type LabelKind } from '../words/labels.ts';
import { enumeratedIn, numberIn, type Enumerated } from '../words/measures.ts';
import type { Line } from '../lines/normalise.ts';

/** The points of a labelled line, with lines of its own below it. */
interface Labelled {
  readonly kind: LabelKind;
  readonly label: string;
  text: string;
}

function labelledIn(lines: readonly Line[]): Labelled[] {
  const all: Labelled[] = [];
  for (const line of lines) {
    const label = line.cells === null ? leadingLabel(line.text) : null;
    const open = all.at(-1);
    if (label !== null)
      all.push({
        kind: label.kind,
        label: line.text.slice(0, line.text.length - label.rest.length),
        text: label.rest,
      });
    else if (open !== undefined) open.text = `${open.text}\n${line.text}`;
  }
  return all;
}

/** The findings with their answers; empty where the two lists differ in length. */
export function pairedPieces(lines: readonly Line[]): Piece[] {
  const labelled = labelledIn(lines);
  const at = labelled.findIndex(({ kind }) => kind === 'problem');
  const problems: Enumerated[] = at < 0 ? [] : enumeratedIn(labelled[at]?.text ?? '');
  if (problems.length < 2) return [];
  const later = labelled.slice(at + 1);
  if (later.some(({ kind }) => kind === 'problem')) return [];
  const answers = later
    .filter(({ kind }) => ANSWERS.has(kind))
    .map(({ label, text }) => ({ label, points: enumeratedIn(text.trim()) }));
  if (answers.length === 0 || answers.some(({ points }) => points.length !== problems.length)) return [];
  return problems.map((problem, index) => ({
    number: numberIn(problem),
    title: headingOf(problem.text.replace(/[；;。]$/, '')).title,
    text: answers.map(({ label, points }) => `${label}${points[index]?.text ?? ''}`).join('\n'),
  }));
}
