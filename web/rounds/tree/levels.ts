/** Order and level: up and down, and from finding to heading, measure and back. No word is lost on the way. */
import {
  addFinding,
  bare,
  holderOf,
  placeOf,
  withAbove,
  withItems,
  withFinding,
  withMeasures,
  withPart,
  withoutFinding,
} from './changes.ts';
import { moved, spliced } from './lists.ts';
import type { Finding, Tree } from './tree.ts';

/** Over the edge of a part a finding goes into the next one. */
export function moveItem(tree: Tree, id: number, by: -1 | 1): Tree {
  const place = placeOf(tree, id);
  if (place === null) return tree;
  const { partAt, part, at, finding } = place;
  if (part.items[at + by] !== undefined) return withItems(tree, id, (items) => moved(items, at, by));
  const next = tree.parts[partAt + by];
  if (next === undefined) return tree;
  const items = by === 1 ? [finding, ...next.items] : [...next.items, finding];
  return withPart(withoutFinding(tree, id), next.id, () => ({ ...next, items }));
}

export const moveMeasure = (tree: Tree, id: number, by: -1 | 1): Tree =>
  withMeasures(tree, id, (measures, at) => (measures[at + by] === undefined ? measures : moved(measures, at, by)));

/** To its end. */
export function intoPart(tree: Tree, id: number, partId: number): Tree {
  const place = placeOf(tree, id);
  const isThere = tree.parts.some((part) => part.id === partId);
  if (place === null || place.part.id === partId || !isThere) return tree;
  const { finding } = place;
  return withPart(withoutFinding(tree, id), partId, (part) => ({ ...part, items: [...part.items, finding] }));
}

/** Its measures come first below it, as findings: each goes one level up. */
export function headPart(tree: Tree, id: number): Tree {
  const place = placeOf(tree, id);
  if (place === null) return tree;
  const { partAt, part, at, finding } = place;
  const raised = finding.measures.map(({ id: name, text, lines }): Finding => ({
    id: name,
    number: null,
    title: text,
    lines,
    measures: [],
    isImmediate: finding.isImmediate,
    said: finding.said,
    grounds: {},
  }));
  const made = {
    id: tree.nextId,
    number: finding.number,
    heading: `${finding.number ?? ''}${finding.title}`,
    lines: finding.lines,
    items: [...raised, ...part.items.slice(at + 1)],
  };
  const parts = spliced(tree.parts, partAt, 1, { ...part, items: part.items.slice(0, at) }, made);
  return { ...tree, parts, nextId: tree.nextId + 1 };
}

export function joinPart(tree: Tree, id: number): Tree {
  const at = tree.parts.findIndex((part) => part.id === id);
  const [above, part] = [tree.parts[at - 1], tree.parts[at]];
  if (above === undefined || part === undefined) return tree;
  const heading = part.heading?.trim() ?? '';
  const items = part.items.map((item) => {
    const group = [heading, item.group ?? ''].filter((text) => text !== '').join(' / ');
    return group === '' ? item : { ...item, group };
  });
  return { ...tree, parts: spliced(tree.parts, at - 1, 2, { ...above, items: [...above.items, ...items] }) };
}

export function intoMeasures(tree: Tree, id: number): Tree {
  const two = withAbove(tree, id);
  if (two === null) return tree;
  const { above, finding } = two;
  const own = { id: finding.id, text: finding.title, lines: finding.lines };
  return withFinding(withoutFinding(tree, id), above.id, (one) => ({
    ...one,
    measures: [...one.measures, own, ...finding.measures],
  }));
}

export function measureToItem(tree: Tree, id: number, withBelow: boolean): Tree {
  const holder = holderOf(tree, id);
  if (holder === undefined) return tree;
  const at = holder.measures.findIndex((measure) => measure.id === id);
  const { text, lines } = bare(holder.measures, at);
  const below = withBelow ? holder.measures.slice(at + 1) : [];
  const group = holder.group === undefined ? {} : { group: holder.group };
  const added = addFinding(tree, holder.id, { title: text, lines, measures: below, ...group });
  return withFinding(added, holder.id, (finding) => ({
    ...finding,
    measures: spliced(finding.measures, at, 1 + below.length),
  }));
}
