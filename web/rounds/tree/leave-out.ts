/** What does not come into the round is kept aside with its reason, and can be taken back. */
import { addFinding, bare, holderOf, placeOf, withFinding, withMeasures, withPart, withoutFinding } from './changes.ts';
import { spliced } from './lists.ts';
import type { LeftOut, Tree } from './tree.ts';

/** @param id of a finding or of a measure */
export function leaveOut(tree: Tree, id: number, reason: string): Tree {
  const place = placeOf(tree, id);
  if (place !== null) {
    const { part, at, finding } = place;
    return aside(withoutFinding(tree, id), { finding, partId: part.id, at, reason });
  }
  const holder = holderOf(tree, id);
  if (holder === undefined) return tree;
  const at = holder.measures.findIndex((measure) => measure.id === id);
  const measure = bare(holder.measures, at);
  const without = withMeasures(tree, id, (measures) => spliced(measures, at, 1));
  return aside(without, { measure, itemId: holder.id, at, reason });
}

const aside = (tree: Tree, one: LeftOut): Tree => ({ ...tree, leftOut: [...tree.leftOut, one] });

/** To where it stood; where that is gone too, as a finding to the end of the last part. */
export function takeBack(tree: Tree, at: number): Tree {
  const one = tree.leftOut[at];
  if (one === undefined) return tree;
  const rest = { ...tree, leftOut: spliced(tree.leftOut, at, 1) };
  if ('finding' in one) {
    const part = tree.parts.find(({ id }) => id === one.partId) ?? tree.parts.at(-1);
    if (part === undefined) return tree;
    return withPart(rest, part.id, ({ items }) => ({ ...part, items: spliced(items, one.at, 0, one.finding) }));
  }
  const back = withFinding(rest, one.itemId, (finding) => ({
    ...finding,
    measures: spliced(finding.measures, one.at, 0, one.measure),
  }));
  return back === rest ? addFinding(rest, null, { title: one.measure.text, lines: one.measure.lines }) : back;
}
