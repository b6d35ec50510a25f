/** Sections that hold findings → the document's parts. */
import type { NoticePart } from '../../../core/round/notice.ts';
import { headingOf, isAbout } from '../structure/headings.ts';
import type { Section } from '../structure/outline.ts';
import { pairedPieces } from '../structure/pairs.ts';
import { holdsUnmarked, recordsIn, splitUnmarked, type Piece } from '../structure/unmarked.ts';
import type { Line } from '../lines/normalise.ts';
import type { Purpose } from '../structure/purpose.ts';
import { numberIn } from '../words/measures.ts';
import { markOf, type MarkStyle } from '../words/marks.ts';
import { statusOfHeading, statusTag } from '../words/status.ts';
import { itemOf, ORDINAL, type Context, type ReadItem } from './item.ts';
import { areMeasures, isEnumeratedFinding, itemsOf, standsAlone, tableOf, unnumbered, withDuties } from './items.ts';
import { itemsOfTable } from './tables.ts';
import { findingsTold } from './telling.ts';

/** A part whose items tell who answers for them. */
export interface ReadPart extends NoticePart {
  readonly items: readonly ReadItem[];
}

/** Sections of one style are read the same way: where one holds two sub-problems without number, another may hold one. */
function unmarkedStyles(sections: readonly Section[]): Set<MarkStyle | null> {
  const styles = new Set<MarkStyle | null>();
  const walk = (section: Section): void => {
    if (section.children.length === 0 && holdsUnmarked(section.body)) styles.add(section.mark?.style ?? null);
    section.children.forEach(walk);
  };
  sections.forEach(walk);
  return styles;
}

function partOf(section: Section, whole: Context): ReadPart {
  const context: Context = { ...withDuties(section, whole), status: statusOfHeading(section.title) };
  const number = section.mark?.number ?? null;
  const isLeaf = section.children.length === 0 || areMeasures(section, context);
  const items = isLeaf ? leafItems(section, context) : section.children.flatMap((child) => itemsOf(child, context));
  return { number, heading: section.heading, items };
}

/** A leaf part: what it holds unnumbered, else itself. */
function leafItems(section: Section, context: Context): ReadItem[] {
  if (areMeasures(section, context)) return itemsOf(section, context);
  const inside = isEnumeratedFinding(section, context) ? [] : unnumbered(section, context);
  return inside.length > 0 ? inside : itemsOf(section, context);
}

const isOwnItem = (part: ReadPart, section: Section): boolean =>
  part.items.length === 1 &&
  part.items[0]?.number === part.number &&
  (part.items[0].title === (statusTag(section.title)?.title ?? section.title) || ORDINAL.test(section.title));

const CONTAINER = /(?:整改|反馈).{0,12}(?:情况|进展|成效|问题)$|(?:存在|发现|主要|突出).{0,8}问题$/;

/** A heading that announces items and holds none: its text is about the whole. */
function isEmptyContainer(section: Section): boolean {
  return (
    section.children.length === 0 && CONTAINER.test(section.title) && !isAbout(section.title) && !standsAlone(section)
  );
}

/** Parts by the aspect column of a table that stands under no heading. */
function partsOfTable(root: Section): ReadPart[] {
  const parts: { heading: string | null; items: ReadItem[] }[] = [];
  for (const { aspect, item } of itemsOfTable(tableOf(root))) {
    const open = parts.at(-1);
    if (open !== undefined && open.heading === aspect) open.items.push(item);
    else parts.push({ heading: aspect, items: [item] });
  }
  return parts.map((part) => ({ number: markOf(part.heading ?? '')?.number ?? null, ...part }));
}

/** A feedback in running text. */
function toldAtOnce(root: Section, context: Context): ReadPart[] {
  const items = findingsTold(root.body).map((told) => itemOf(numberIn(told), headingOf(told.text).title, '', context));
  return items.length === 0 ? [] : [{ number: null, heading: null, items }];
}

/** The findings of a document without headings. */
const piecesOf = (body: readonly Line[]): Piece[] =>
  [pairedPieces(body), splitUnmarked('', body), recordsIn(body)].find((pieces) => pieces.length > 0) ?? [];

/**
 * The document's parts. Where every section is an item itself the list is flat: one part without number and heading.
 */
export function partsOf(root: Section, sections: readonly Section[], purpose: Purpose): ReadPart[] {
  const findings = purpose === 'feedback';
  const plan = purpose === 'plan';
  const unmarkedUnder = unmarkedStyles(sections);
  const context: Context = { findings, plan, groups: [], status: undefined, duties: {}, unmarkedUnder };
  const table = partsOfTable(root);
  const pieces = sections.length === 0 ? piecesOf(root.body) : [];
  if (pieces.length > 0)
    return [
      {
        number: null,
        heading: null,
        items: pieces.map((piece) => itemOf(piece.number, piece.title, piece.text, context)),
      },
    ];
  if (findings && sections.length === 0) return table.length > 0 ? table : toldAtOnce(root, context);
  const held = sections
    .map((section) => ({ section, part: partOf(section, context) }))
    .filter(({ section, part }) => !(isEmptyContainer(section) && isOwnItem(part, section)));
  const flat = held.length > 0 && held.every(({ section, part }) => isOwnItem(part, section));
  const parts = flat
    ? [{ number: null, heading: null, items: held.flatMap(({ part }) => part.items) }]
    : held.map(({ part }) => part);
  return [...table, ...parts.filter((part) => part.items.length > 0)];
}
