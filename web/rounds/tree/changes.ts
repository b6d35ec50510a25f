/** The small changes that steps are made of. What a change does not touch stays the very same, so that nothing else is drawn anew. */
import { replaced, spliced } from './lists.ts';
import { findingsOf, type Finding, type Measure, type Part, type Tree } from './tree.ts';

export function withPart(tree: Tree, id: number, change: (part: Part) => Part): Tree {
  const at = tree.parts.findIndex((part) => part.id === id);
  const part = tree.parts[at];
  return part === undefined ? tree : { ...tree, parts: replaced(tree.parts, at, change(part)) };
}

export interface Place {
  readonly partAt: number;
  readonly part: Part;
  readonly at: number;
  readonly finding: Finding;
}

/** Where a finding stands; null where there is none of this id. */
export function placeOf({ parts }: Pick<Tree, 'parts'>, id: number): Place | null {
  for (const [partAt, part] of parts.entries()) {
    const at = part.items.findIndex((finding) => finding.id === id);
    const finding = part.items[at];
    if (finding !== undefined) return { partAt, part, at, finding };
  }
  return null;
}

/** A finding and the one above it, over the edges of parts; null where one of them is not there. */
export function withAbove(tree: Tree, id: number): { readonly above: Finding; readonly finding: Finding } | null {
  const all = findingsOf(tree);
  const at = all.findIndex((one) => one.id === id);
  const [above, finding] = [all[at - 1], all[at]];
  return above === undefined || finding === undefined ? null : { above, finding };
}

/** Changes the findings of the part that holds one. @param change with the place of that finding */
export function withItems(
  tree: Tree,
  id: number,
  change: (items: readonly Finding[], at: number, finding: Finding) => readonly Finding[],
): Tree {
  const place = placeOf(tree, id);
  if (place === null) return tree;
  const { part, at, finding } = place;
  return withPart(tree, part.id, () => ({ ...part, items: change(part.items, at, finding) }));
}

export const withFinding = (tree: Tree, id: number, change: (finding: Finding) => Finding): Tree =>
  withItems(tree, id, (items, at, finding) => replaced(items, at, change(finding)));

export const withoutFinding = (tree: Tree, id: number): Tree =>
  withItems(tree, id, (items, at) => spliced(items, at, 1));

export const holderOf = (tree: Pick<Tree, 'parts'>, measureId: number): Finding | undefined =>
  findingsOf(tree).find(({ measures }) => measures.some(({ id }) => id === measureId));

/** Changes the measures of the finding that holds one. @param change with the place of that measure */
export function withMeasures(
  tree: Tree,
  id: number,
  change: (measures: readonly Measure[], at: number) => readonly Measure[],
): Tree {
  const holder = holderOf(tree, id);
  if (holder === undefined) return tree;
  const at = holder.measures.findIndex((measure) => measure.id === id);
  const measures = change(holder.measures, at);
  return measures === holder.measures ? tree : withFinding(tree, holder.id, (finding) => ({ ...finding, measures }));
}

export function bare(measures: readonly Measure[], at: number): Measure {
  const measure = measures[at];
  if (measure === undefined) throw new RangeError(`no measure ${at}`);
  return measure;
}

type NewFinding = Pick<Finding, 'title' | 'lines'> & Partial<Pick<Finding, 'measures' | 'group' | 'number'>>;

/** @param below the finding above it; null for the end of the last part */
export function addFinding(tree: Tree, below: number | null, given: NewFinding): Tree {
  const finding: Finding = {
    number: null,
    measures: [],
    ...given,
    id: tree.nextId,
    isImmediate: false,
    said: null,
    grounds: {},
  };
  const nextId = tree.nextId + 1;
  if (below !== null) {
    const added = withItems(tree, below, (items, at) => spliced(items, at + 1, 0, finding));
    return added === tree ? tree : { ...added, nextId };
  }
  const last = tree.parts.at(-1);
  if (last === undefined)
    return {
      ...tree,
      parts: [{ id: nextId, number: null, heading: null, lines: [], items: [finding] }],
      nextId: nextId + 1,
    };
  return { ...withPart(tree, last.id, (part) => ({ ...part, items: [...part.items, finding] })), nextId };
}
