/** Lines without mark that begin a list anew: 针对以上问题，…整改如下： and 1. again, or 巡察组提出三点要求：. */
import { isFinding } from './headings.ts';
import type { Line } from '../lines/normalise.ts';
import { fold } from '../text/han.ts';
import { VERDICTS, leadingLabel } from '../words/labels.ts';
import { leadKindOf } from '../words/lists.ts';
import type { Mark, MarkStyle } from '../words/marks.ts';
import { leadsAdvice } from '../words/telling.ts';

/** A list under way: how far it has counted, and whether one of its points has its answer under it. */
interface Run {
  readonly rank: number;
  count: number;
  next: number;
  answered: boolean;
}

/** A list counts on, begins again, and ends those inside it. */
function count(runs: Map<MarkStyle, Run>, mark: Mark): void {
  for (const [style, run] of runs) if (run.rank > mark.rank) runs.delete(style);
  const run = runs.get(mark.style);
  if (run?.next === mark.value) {
    run.count++;
    run.next++;
  } else runs.set(mark.style, { rank: mark.rank, count: 1, next: mark.value + 1, answered: false });
}

/** Whether a line leads in a second list of the same style: what was found stands above, point by point and unanswered. */
function leadsAgain(line: Line, next: Mark, runs: ReadonlyMap<MarkStyle, Run>): boolean {
  const run = runs.get(next.style);
  return run !== undefined && run.count >= 2 && !run.answered && leadKindOf(line.text) !== null;
}

/** The indices of such lines. */
export function leadsOf(lines: readonly Line[], marks: readonly (Mark | null)[]): Set<number> {
  const leads = new Set<number>();
  const runs = new Map<MarkStyle, Run>();
  for (const [at, line] of lines.entries()) {
    const mark = marks[at] ?? null;
    if (mark !== null) {
      count(runs, mark);
      continue;
    }
    if (line.cells !== null) continue;
    const next = marks[at + 1] ?? null;
    const below = lines[at + 1]?.text ?? '';
    if (next?.value === 1 && line.heading === 0) {
      const isAdvice =
        leadsAdvice(fold(line.text.slice(-80))) && !isFinding(below.slice(next.length, next.length + 60));
      if (isAdvice || leadsAgain(line, next, runs)) {
        leads.add(at);
        continue;
      }
    }
    const label = leadingLabel(line.text);
    if (label !== null && VERDICTS.has(label.kind)) for (const run of runs.values()) run.answered = true;
  }
  return leads;
}
