/** Sections → parts and items. A leaf of the outline is an item; what stands between it and its part is its group. */
import type { NoticeItem, NoticePart, NoticeStatus } from '../../../core/round/notice.ts';
import { headingOf, isAbout, isFinding, namesShortcoming } from '../structure/headings.ts';
import { leadingLabel, LONGEST_VERDICT, segmentsOf, type LabelKind, type Segment } from '../words/labels.ts';
import { beginsMeasure, enumeratedIn, measuresOf } from '../words/measures.ts';
import { markOf, type MarkStyle } from '../words/marks.ts';
import type { Line } from '../lines/normalise.ts';
import { isAnswered, type Section } from '../structure/outline.ts';
import {
  statusOfDue,
  statusOfHeading,
  statusOfLabel,
  statusOfText,
  statusTag,
  leadingTag,
  verdictOf,
} from '../words/status.ts';
import { pairedPieces } from '../structure/pairs.ts';
import { holdsUnmarked, recordsIn, splitUnmarked, type Piece } from '../structure/unmarked.ts';
import type { Purpose } from '../purpose.ts';
import { itemsOfTable } from './tables.ts';
import { findingsTold } from './telling.ts';

/** Longest heading that is worth repeating in every item under it. */
const LONGEST_GROUP = 300;

interface Context {
  /** The document is the feedback itself: what an item says is the finding, not what was done. */
  readonly findings: boolean;
  /** The document promises what will be done: marked lines under a task are its measures. */
  readonly plan: boolean;
  readonly groups: readonly string[];
  readonly status: NoticeStatus | undefined;
  /** The number styles of sections that hold sub-problems without number; null stands for no number. */
  readonly unmarkedUnder: ReadonlySet<MarkStyle | null>;
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

const leastUnmarked = (section: Section, context: Context): number =>
  context.unmarkedUnder.has(section.mark?.style ?? null) ? 1 : 2;

/** A bullet counts a measure, unless the line counts by itself. */
const told = ({ text, bullet }: Line): string =>
  bullet && markOf(text) === null && leadingLabel(text) === null && !beginsMeasure(text) ? `● ${text}` : text;

const textOf = (lines: readonly Line[]): string => lines.map(told).join('\n');

const under = (segments: readonly Segment[], ...kinds: readonly Segment['kind'][]): string =>
  segments
    .filter((segment) => kinds.includes(segment.kind))
    .map((segment) => segment.text)
    .filter((text) => text !== '')
    .join('\n');

/**
 * What was done, by the most telling label there is: measures, else progress, else results, else a long 完成情况,
 * else the text without label. Measures and results of one item are the same acts told twice, so they are not added.
 */
function answerOf(segments: readonly Segment[], findings: boolean): string {
  const answer = under(segments, 'measures') || under(segments, 'progress') || under(segments, 'results');
  if (answer !== '' || findings) return answer;
  const status = under(segments, 'status');
  return status.length > LONGEST_VERDICT ? status : under(segments, 'plain');
}

function statusFrom(segments: readonly Segment[], answer: string): NoticeStatus | undefined {
  for (const segment of segments) {
    const said =
      segment.kind === 'status'
        ? statusOfLabel(segment.text)
        : segment.tag === ''
          ? verdictOf(segment.kind === 'progress' || segment.kind === 'results' ? segment.text : '')
          : statusOfLabel(segment.tag.slice(1, -1));
    if (said !== undefined) return said;
  }
  return statusOfText(answer) ?? statusOfDue(under(segments, 'due'));
}

/** 第八项, 问题三: a heading that only counts. */
const ORDINAL =
  /^(?:反馈|督察|整改)?(?:问题|任务|事项)?(?:第?[一二三四五六七八九十百\d]{1,4}[项条个]?)?(?:反馈|整改)?(?:问题|任务|事项)?$/;

/** A heading that names the finding, else the problem or task that stands under it by its label. */
function titleOf(heading: string, segments: readonly Segment[]): string {
  const named = ORDINAL.test(heading) ? under(segments, 'problem') || under(segments, 'task') : '';
  return named === '' ? heading : headingOf(named).title;
}

function itemOf(number: string | null, heading: string, text: string, context: Context): NoticeItem {
  const behind = leadingTag(text);
  const tagged = statusTag(heading) ?? (behind === null ? null : { title: heading, status: behind.status });
  const segments = segmentsOf(behind?.title ?? text);
  const answer = answerOf(segments, context.findings);
  const status = tagged?.status ?? statusFrom(segments, answer) ?? context.status;
  return {
    number,
    title: titleOf(tagged?.title ?? heading, segments),
    ...(context.groups.length === 0 ? {} : { group: context.groups.join(' / ') }),
    ...(status === undefined ? {} : { status }),
    measures: measuresOf(answer),
  };
}

const ITEM_LABELS: ReadonlySet<LabelKind> = new Set(['progress', 'measures', 'results', 'status', 'problem']);

/** Whether anything in or under a section shows that it is a finding of its own. */
function standsAlone(section: Section): boolean {
  const labelled = [section.rest, ...section.body.map((line) => line.text)].some((text) =>
    ITEM_LABELS.has(leadingLabel(text)?.kind ?? 'unit'),
  );
  return labelled || section.mark?.style === 'problem' || section.children.some(standsAlone);
}

const DUTIES: ReadonlySet<LabelKind> = new Set(['unit', 'leader', 'due']);

/** 责任领导：…；完成时限：… below the last measure belongs to the item. */
const isDuty = (line: Line): boolean => DUTIES.has(leadingLabel(line.text)?.kind ?? 'problem');

/** Whether marked lines under a section are what was done about it, not findings under it. */
function areMeasures(parent: Section, { findings, plan }: Context): boolean {
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

function tableOf(section: Section): readonly (readonly string[])[] {
  return section.body.flatMap((line) => (line.cells === null ? [] : [line.cells]));
}

const groupsUnder = (section: Section, context: Context): Context => ({
  ...context,
  groups: [...context.groups, section.heading.slice(0, LONGEST_GROUP)],
  status: statusOfHeading(section.title) ?? context.status,
});

/** Items that a leaf holds without numbering them: table rows, lines of their own, 一是…二是… of a feedback. */
function unnumbered(section: Section, context: Context): NoticeItem[] {
  const table = itemsOfTable(tableOf(section)).map(({ aspect, item }) => {
    const groups = aspect === null ? context.groups : [...context.groups, aspect];
    return groups.length === 0 ? item : { ...item, group: groups.join(' / ') };
  });
  if (table.length > 0) return table;
  const paired = pairedPieces(section.body);
  const pieces =
    paired.length > 0 ? paired : splitUnmarked(section.rest, section.body, leastUnmarked(section, context));
  if (pieces.length > 0) return pieces.map((piece) => itemOf(piece.number, piece.title, piece.text, context));
  if (!context.findings) return [];
  return enumeratedIn([section.rest, textOf(section.body)].join('\n').trim()).map(({ text }) =>
    itemOf(null, headingOf(text).title, '', context),
  );
}

/** A section's items: itself when it is a leaf, else those of its children in order. */
function itemsOf(section: Section, context: Context): NoticeItem[] {
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
function isEnumeratedFinding(section: Section, { findings }: Context): boolean {
  return (
    findings &&
    namesShortcoming(section.title) &&
    tableOf(section).length === 0 &&
    splitUnmarked(section.rest, section.body).length === 0
  );
}

function partOf(section: Section, whole: Context): NoticePart {
  const context: Context = { ...whole, status: statusOfHeading(section.title) };
  const number = section.mark?.number ?? null;
  const isLeaf = section.children.length === 0 || areMeasures(section, context);
  const items = isLeaf ? leafItems(section, context) : section.children.flatMap((child) => itemsOf(child, context));
  return { number, heading: section.heading, items };
}

/** A leaf part: what it holds unnumbered, else itself. */
function leafItems(section: Section, context: Context): NoticeItem[] {
  if (areMeasures(section, context)) return itemsOf(section, context);
  const inside = isEnumeratedFinding(section, context) ? [] : unnumbered(section, context);
  return inside.length > 0 ? inside : itemsOf(section, context);
}

const isOwnItem = (part: NoticePart, section: Section): boolean =>
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
function partsOfTable(root: Section): NoticePart[] {
  const parts: { heading: string | null; items: NoticeItem[] }[] = [];
  for (const { aspect, item } of itemsOfTable(tableOf(root))) {
    const open = parts.at(-1);
    if (open !== undefined && open.heading === aspect) open.items.push(item);
    else parts.push({ heading: aspect, items: [item] });
  }
  return parts.map((part) => ({ number: markOf(part.heading ?? '')?.number ?? null, ...part }));
}

/** A feedback in running text. */
function toldAtOnce(root: Section, context: Context): NoticePart[] {
  const items = findingsTold(root.body).map((told) => itemOf(null, headingOf(told).title, '', context));
  return items.length === 0 ? [] : [{ number: null, heading: null, items }];
}

/** The findings of a document without headings. */
const piecesOf = (body: readonly Line[]): Piece[] =>
  [pairedPieces(body), splitUnmarked('', body), recordsIn(body)].find((pieces) => pieces.length > 0) ?? [];

/**
 * The document's parts. Where every section is an item itself the list is flat: one part without number and heading.
 */
export function partsOf(root: Section, sections: readonly Section[], purpose: Purpose): NoticePart[] {
  const findings = purpose === 'feedback';
  const plan = purpose === 'plan';
  const context: Context = { findings, plan, groups: [], status: undefined, unmarkedUnder: unmarkedStyles(sections) };
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
  if (findings && sections.length === 0) return toldAtOnce(root, context);
  const held = sections
    .map((section) => ({ section, part: partOf(section, context) }))
    .filter(({ section, part }) => !(isEmptyContainer(section) && isOwnItem(part, section)));
  const flat = held.length > 0 && held.every(({ section, part }) => isOwnItem(part, section));
  const parts = flat
    ? [{ number: null, heading: null, items: held.flatMap(({ part }) => part.items) }]
    : held.map(({ part }) => part);
  return [...table, ...parts.filter((part) => part.items.length > 0)];
}
