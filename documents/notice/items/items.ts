/** Sections → items. A leaf of the outline is an item; what stands between it and its part is its group. */
import { headingOf, isAbout, isFinding, namesShortcoming } from '../structure/headings.ts';
import { isAnswered, type Section } from '../structure/outline.ts';
import { pairedPieces } from '../structure/pairs.ts';
import { textOf, told } from '../structure/told.ts';
import { recordsIn, splitUnmarked } from '../structure/unmarked.ts';
import type { Line } from '../lines/normalise.ts';
import { leadingLabel, segmentsOf, type LabelKind } from '../words/labels.ts';
import { dutiesIn } from '../words/duties.ts';
import { enumeratedIn, numberIn } from '../words/measures.ts';
import { statusOfHeading } from '../words/status.ts';
import { itemOf, ORDINAL, type Context, type ReadItem } from './item.ts';
import { itemsOfTable } from './tables.ts';

/** Longest heading that is worth repeating in every item under it. */
const LONGEST_GROUP = 300;

const leastUnmarked = (section: Section, context: Context): number =>
  context.unmarkedUnder.has(section.mark?.style ?? null) ? 1 : 2;

const ITEM_LABELS: ReadonlySet<LabelKind> = new Set(['progress', 'measures', 'results', 'status', 'problem']);

/** Whether anything in or under a section shows that it is a finding of its own. */
export function standsAlone(section: Section): boolean {
  const labelled = [section.rest, ...section.body.map((line) => line.text)].some((text) =>
    ITEM_LABELS.has(leadingLabel(text)?.kind ?? 'unit'),
  );
  return labelled || section.mark?.style === 'problem' || section.children.some(standsAlone);
}

const DUTIES: ReadonlySet<LabelKind> = new Set(['unit', 'leader', 'due']);

/** 责任领导：…；完成时限：… below the last measure belongs to the item. */
const isDuty = (line: Line): boolean => DUTIES.has(leadingLabel(line.text)?.kind ?? 'problem');

/** Whether marked lines under a section are what was done about it, not findings under it. */
export function areMeasures(parent: Section, { findings, plan }: Context): boolean {
  const { children } = parent;
  if (findings || parent.mark === null || children.length === 0 || children.some(standsAlone)) return false;
  const named = children.filter(
    (child) => isAbout(child.title) || (isFinding(child.title) && child.title.length < 60),
  ).length;
  if (isAnswered(parent) || leadingLabel(parent.rest) !== null) return named * 2 <= children.length;
  const sentences = children.filter((child) => child.body.every(isDuty) && child.children.length === 0).length;
  if (named > 0 || sentences < children.length || /方面$/.test(parent.title)) return false;
  return plan || isFinding(parent.title);
}

/** A section under an item as text again, its marks kept so that the measures are counted. */
function flatten(section: Section): string {
  return [section.source, ...section.body.map(told), ...section.children.map(flatten)].join('\n');
}

export function tableOf(section: Section): readonly (readonly string[])[] {
  return section.body.flatMap((line) => (line.cells === null ? [] : [line.cells]));
}

/** What is said of all that stands under a heading: 一、松林广场（责任单位：商务局）, 牵头领导：… above the first item. */
export const withDuties = (section: Section, context: Context): Context => {
  if (section.children.length === 0) return context;
  const said = [section.rest, ...section.body.filter(isDuty).map((line) => line.text)].join('\n');
  return { ...context, duties: { ...context.duties, ...dutiesIn(segmentsOf(said)) } };
};

const groupsUnder = (section: Section, context: Context): Context => ({
  ...withDuties(section, context),
  groups: [...context.groups, section.heading.slice(0, LONGEST_GROUP)],
  status: statusOfHeading(section.title) ?? context.status,
});

/** 一、第一中学 above 隐患描述：…: a heading that says where, and not what. */
const isPlace = ({ title, rest, body }: Section): boolean =>
  rest === '' &&
  title.length <= 30 &&
  leadingLabel(body[0]?.text ?? '')?.kind === 'problem' &&
  !isFinding(title) &&
  !ORDINAL.test(title);

/** Items that a leaf holds without numbering them: table rows, lines of their own, 一是…二是… of a feedback. */
export function unnumbered(section: Section, context: Context): ReadItem[] {
  const table = itemsOfTable(tableOf(section)).map(({ aspect, item }) => {
    const groups = aspect === null ? context.groups : [...context.groups, aspect];
    const duties = { ...context.duties, ...item.duties };
    return { ...item, ...(groups.length === 0 ? {} : { group: groups.join(' / ') }), duties };
  });
  if (table.length > 0) return table;
  const pieces =
    [
      pairedPieces(section.body),
      splitUnmarked(section.rest, section.body, leastUnmarked(section, context)),
      isPlace(section) ? recordsIn(section.body) : [],
    ].find((found) => found.length > 0) ?? [];
  if (pieces.length > 0) return pieces.map((piece) => itemOf(piece.number, piece.title, piece.text, context));
  if (!context.findings) return [];
  return enumeratedIn([section.rest, textOf(section.body)].join('\n').trim()).map((point) =>
    itemOf(numberIn(point), headingOf(point.text).title, '', context),
  );
}

/** A section's items: itself when it is a leaf, else those of its children in order. */
export function itemsOf(section: Section, context: Context): ReadItem[] {
  const below = groupsUnder(section, context);
  if (areMeasures(section, context)) {
    const text = [section.rest, textOf(section.body), ...section.children.map(flatten)].join('\n');
    return [itemOf(section.mark?.number ?? null, section.title, text, context)];
  }
  if (section.children.length > 0) return section.children.flatMap((child) => itemsOf(child, below));
  const inside = isEnumeratedFinding(section, context) ? [] : unnumbered(section, below);
  return inside.length > 0
    ? inside
    : [itemOf(section.mark?.number ?? null, section.title, [section.rest, textOf(section.body)].join('\n'), context)];
}

/** In a feedback, 一是…二是… under a finding describe it; under a field (…方面) or a bare 主要问题 they are the findings. */
export function isEnumeratedFinding(section: Section, { findings }: Context): boolean {
  return (
    findings &&
    namesShortcoming(section.title) &&
    tableOf(section).length === 0 &&
    splitUnmarked(section.rest, section.body).length === 0
  );
}
