/** What an admin may do to the findings of a document, one step at a time. Each gives a new tree and changes nothing. */
import {
  addFinding,
  bare,
  placeOf,
  withAbove,
  withFinding,
  withMeasures,
  withPart,
  withoutFinding,
} from './changes.ts';
import { headPart, intoMeasures, intoPart, joinPart, measureToItem, moveItem, moveMeasure } from './levels.ts';
import { leaveOut, takeBack } from './leave-out.ts';
import { replaced } from './lists.ts';
import type { Tree } from './tree.ts';

export type Step =
  | { readonly do: 'reword'; readonly id: number; readonly field: 'number' | 'title' | 'group'; readonly text: string }
  | { readonly do: 'rewordMeasure'; readonly id: number; readonly text: string }
  | { readonly do: 'rewordPart'; readonly id: number; readonly text: string }
  | { readonly do: 'setImmediate'; readonly id: number; readonly isOn: boolean }
  | { readonly do: 'moveItem'; readonly id: number; readonly by: -1 | 1 }
  | { readonly do: 'moveMeasure'; readonly id: number; readonly by: -1 | 1 }
  | { readonly do: 'intoPart'; readonly id: number; readonly partId: number }
  /** The finding becomes the heading of a part that holds what follows it. */
  | { readonly do: 'headPart'; readonly id: number }
  /** The part goes into the one above; its heading stays with its findings. */
  | { readonly do: 'joinPart'; readonly id: number }
  /** The finding becomes measures of the one above. */
  | { readonly do: 'intoMeasures'; readonly id: number }
  /** The measure becomes a finding; with those below it as its measures, where they go along. */
  | { readonly do: 'measureToItem'; readonly id: number; readonly withBelow: boolean }
  /** Cuts the title in two; the measures go with the second. */
  | { readonly do: 'split'; readonly id: number; readonly at: number }
  | { readonly do: 'mergeUp'; readonly id: number }
  /** A new finding below another one, or at the end of the last part. */
  | { readonly do: 'addItem'; readonly below: number | null; readonly title: string; readonly lines: readonly number[] }
  | { readonly do: 'addMeasure'; readonly id: number; readonly text: string; readonly lines: readonly number[] }
  | { readonly do: 'leaveOut'; readonly id: number; readonly reason: string }
  /** @see Tree.leftOut, 0 for the first */
  | { readonly do: 'takeBack'; readonly at: number };

/** A step about something that is not there, or that leads nowhere, gives the same tree. */
export function taken(tree: Tree, step: Step): Tree {
  switch (step.do) {
    case 'reword':
      return withFinding(tree, step.id, (finding) => ({ ...finding, [step.field]: step.text }));
    case 'rewordMeasure':
      return withMeasures(tree, step.id, (measures, at) =>
        replaced(measures, at, { ...bare(measures, at), text: step.text }),
      );
    case 'rewordPart':
      return withPart(tree, step.id, (part) => ({ ...part, heading: step.text }));
    case 'setImmediate':
      return withFinding(tree, step.id, (finding) => ({ ...finding, isImmediate: step.isOn }));
    case 'moveItem':
      return moveItem(tree, step.id, step.by);
    case 'moveMeasure':
      return moveMeasure(tree, step.id, step.by);
    case 'intoPart':
      return intoPart(tree, step.id, step.partId);
    case 'headPart':
      return headPart(tree, step.id);
    case 'joinPart':
      return joinPart(tree, step.id);
    case 'intoMeasures':
      return intoMeasures(tree, step.id);
    case 'measureToItem':
      return measureToItem(tree, step.id, step.withBelow);
    case 'split':
      return split(tree, step.id, step.at);
    case 'mergeUp':
      return mergeUp(tree, step.id);
    case 'addItem':
      return addFinding(tree, step.below, { title: step.title, lines: step.lines });
    case 'addMeasure':
      return addMeasure(tree, step);
    case 'leaveOut':
      return leaveOut(tree, step.id, step.reason);
    case 'takeBack':
      return takeBack(tree, step.at);
  }
}

function split(tree: Tree, id: number, at: number): Tree {
  const finding = placeOf(tree, id)?.finding;
  const [first, second] = [finding?.title.slice(0, at).trim() ?? '', finding?.title.slice(at).trim() ?? ''];
  if (finding === undefined || first === '' || second === '') return tree;
  const { lines, measures, group } = finding;
  const below = addFinding(tree, id, { title: second, lines, measures, ...(group === undefined ? {} : { group }) });
  return withFinding(below, id, (one) => ({ ...one, title: first, measures: [] }));
}

function mergeUp(tree: Tree, id: number): Tree {
  const two = withAbove(tree, id);
  if (two === null) return tree;
  const { above, finding } = two;
  return withFinding(withoutFinding(tree, id), above.id, (one) => ({
    ...one,
    title: `${one.title}${finding.title}`,
    lines: [...new Set([...one.lines, ...finding.lines])],
    measures: [...one.measures, ...finding.measures],
    isImmediate: one.isImmediate || finding.isImmediate,
    said: one.said ?? finding.said,
  }));
}

function addMeasure(tree: Tree, { id, text, lines }: Extract<Step, { readonly do: 'addMeasure' }>): Tree {
  const added = withFinding(tree, id, (finding) => ({
    ...finding,
    measures: [...finding.measures, { id: tree.nextId, text, lines }],
  }));
  return added === tree ? tree : { ...added, nextId: tree.nextId + 1 };
}
