/** Paragraphs → findings: which sections hold them, what is told of the whole beside them. */
import type { NoticeWarning } from '../../core/round/notice.ts';
import { totalWarnings, type Totals } from './fields/totals.ts';
import { partsOf, type ReadPart } from './items/parts.ts';
import type { Line } from './lines/normalise.ts';
import type { Purpose } from './structure/purpose.ts';
import { isFinding } from './structure/headings.ts';
import { joinLists } from './structure/join.ts';
import { numberWarnings } from './structure/numbering.ts';
import { outlineOf, type Section } from './structure/outline.ts';
import { foldRecords } from './structure/records.ts';
import { spreadAnswers } from './structure/spread.ts';
import { kindsOf, kindsOfList, type SectionKind } from './structure/sections.ts';

/** A document's text as an outline with its lists joined. */
export interface Body {
  readonly root: Section;
  /** The outline's own sections, before lists were joined. */
  readonly printed: readonly Section[];
  /** What did not fit when lists were joined. */
  readonly warnings: readonly NoticeWarning[];
}

export function bodyOf(lines: readonly Line[]): Body {
  const outline = spreadAnswers(foldRecords(outlineOf(lines)));
  return { ...joinLists(outline), printed: outline.children };
}

/** Lines of running text. */
export const textsOf = (lines: readonly Line[]): string[] =>
  lines.filter((line) => line.cells === null).map((line) => line.text);

/** The findings of a body with the kinds of its sections. */
export interface Findings {
  readonly body: Body;
  readonly kinds: readonly SectionKind[];
  readonly parts: readonly ReadPart[];
}

function inSections(body: Body, kinds: readonly SectionKind[], purpose: Purpose): Findings {
  const { root } = body;
  const held = root.children.filter((_, at) => kinds[at] === 'items');
  return { body, kinds, parts: partsOf(root, held, purpose) };
}

/** Whether parts tell findings in so many words, or what was done about them. */
const areSure = (parts: readonly ReadPart[]): boolean =>
  parts.some((part) => part.items.some((item) => item.measures.length > 0 || isFinding(item.title)));

/** The findings of a document's text. */
export const findingsOf = (body: Body, purpose: Purpose): Findings =>
  inSections(body, kindsOf(body.root, purpose), purpose);

/** Those of the annexes, where the text only announces them; else the text's own. */
export function orAnnexed(own: Findings, annexes: Body | null, purpose: Purpose): Findings {
  if (annexes === null || areSure(own.parts)) return own;
  const listed = inSections(annexes, kindsOfList(annexes.root.children), purpose);
  return listed.parts.length > 0 ? listed : own;
}

/** Everything that is said about the whole: opening, overview sections, text before the first item of a section. */
export function generalText({ body: { root }, kinds }: Findings): string[] {
  const whole = (section: Section): string[] => [
    section.rest,
    ...textsOf(section.body),
    ...section.children.flatMap(whole),
  ];
  const general = root.children.flatMap((section, at) => {
    if (kinds[at] === 'overview') return whole(section);
    return section.children.length > 0
      ? [section.rest, ...textsOf(section.body)]
      : isTotals(section)
        ? whole(section)
        : [];
  });
  return [...textsOf(root.body), ...general].filter((text) => text !== '');
}

const isTotals = (section: Section): boolean => /整改.{0,8}情况$/.test(section.title);

/** What a reader should look at again. @param totals of what is told of the whole @param dates of those */
export function warningsOf(
  { body, kinds, parts }: Findings,
  totals: Totals,
  dates: readonly NoticeWarning[],
): NoticeWarning[] {
  const other = new Set(body.root.children.filter((_, at) => kinds[at] !== 'items').map((section) => section.source));
  const empty: NoticeWarning[] = parts.length === 0 ? [{ code: 'noItems' }] : [];
  const cells = parts.flatMap((part) =>
    part.items.flatMap(({ title, emptyBelow: above }): NoticeWarning[] =>
      above === undefined ? [] : [{ code: 'cellEmpty', finding: title, above }],
    ),
  );
  const numbers = numberWarnings(body.printed, (section) => !other.has(section.source));
  return [...empty, ...dates, ...body.warnings, ...numbers, ...cells, ...totalWarnings(totals, { parts })];
}
