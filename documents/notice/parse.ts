/** A feedback document or progress notice, as text → what it says. */
import type { Notice, NoticePart, NoticeWarning } from '../../core/round/notice.ts';
import { readClosing } from './fields/closing.ts';
import { contactIn } from './words/contact.ts';
import { datesIn, isoOf } from './words/dates.ts';
import { isDateLine } from './words/farewell.ts';
import { readHeader, type Header } from './fields/header.ts';
import { partsOf } from './items/items.ts';
import { joinLists } from './structure/join.ts';
import { foldRecords } from './structure/records.ts';
import { linesOf, type Line } from './lines/normalise.ts';
import { inspectedBodyIn, openingDates } from './fields/opening.ts';
import { isOrgan, ofTeam, organOfTitle, roundOf, teamOf, withoutAbbreviations } from './words/organ.ts';
import { outlineOf, type Section } from './structure/outline.ts';
import { isFinding } from './structure/headings.ts';
import { partAnnexes } from './lines/annex.ts';
import { paragraphsOf } from './lines/paragraphs.ts';
import { purposeOf, type Purpose } from './purpose.ts';
import { assertNotice } from './recognise.ts';
import { kindsOf, kindsOfList, type SectionKind } from './structure/sections.ts';
import { squeeze } from './text/han.ts';
import { totalWarnings } from './fields/totals.ts';
import { numberWarnings } from './structure/numbering.ts';

/** How much of the text before the first item is searched for the opening formula. */
const OPENING = 20_000;

const textsOf = (lines: readonly Line[]): string[] =>
  lines.filter((line) => line.cells === null).map((line) => line.text);

/** Everything that is said about the whole: opening, overview sections, text before the first item of a section. */
function generalText(root: Section, kinds: readonly string[]): string[] {
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

const PUBLISHED = [
  /^发布(?:日期|时间)$/,
  /^(?:公开|发文|印发)(?:日期|时间)$/,
  /^(?:成文|生成|更新)(?:日期|时间)$/,
  /^日期$|^时间$/,
];
const ISSUED = [/^发布(?:机构|单位|部门)$|^发文(?:机关|单位)$|^公开主体$/, /来源$/];

function metadataOf(header: Header, names: readonly RegExp[]): string | null {
  for (const name of names) {
    const value = [...header.metadata].find(([key, text]) => name.test(key) && text !== '')?.[1];
    if (value !== undefined) return value;
  }
  return null;
}

function dateOfText(text: string | null | undefined): string | null {
  const day = text === null || text === undefined ? undefined : datesIn(text)[0]?.from;
  return day === undefined ? null : isoOf(day);
}

/** 云岭县审计局局长 王某某: the organ a report was read out for. */
function organOfSpeaker(rest: readonly string[]): string | null {
  for (const line of rest) {
    const organ = /^(.{2,30}?)(?:党组书记)?[、\s]*(?:局长|厅长|主任|审计长)\s/.exec(line)?.[1]?.trim();
    if (organ !== undefined && isOrgan(organ)) return organ;
  }
  return null;
}

const organOfLines = (lines: readonly string[]): string | null =>
  lines.map((line) => line.replace(/^[（(]|[）)]$/g, '')).find(isOrgan) ?? null;

/** A document's text as an outline with its lists joined. */
interface Body {
  readonly root: Section;
  /** The outline's own sections, before lists were joined. */
  readonly printed: readonly Section[];
  /** What did not fit when lists were joined. */
  readonly warnings: readonly NoticeWarning[];
}

function bodyOf(lines: readonly Line[]): Body {
  const outline = foldRecords(outlineOf(lines));
  return { ...joinLists(outline), printed: outline.children };
}

interface Frame {
  readonly header: Header;
  readonly closing: ReturnType<typeof readClosing>;
  readonly text: Body;
  /** Below the signature; null where the document has no annex that holds text. */
  readonly annexes: Body | null;
}

function frameOf(text: string): Frame {
  const lines = linesOf(text);
  const header = readHeader(lines);
  const parted = partAnnexes(paragraphsOf(lines.slice(header.end)));
  const closing = readClosing(parted.text);
  return {
    header,
    closing,
    text: bodyOf(parted.text.slice(0, closing.start)),
    annexes: parted.annexes.length === 0 ? null : bodyOf(parted.annexes),
  };
}

/** The findings of a body with the kinds of its sections. */
interface Findings {
  readonly body: Body;
  readonly kinds: readonly SectionKind[];
  readonly parts: readonly NoticePart[];
}

function findingsOf(body: Body, kinds: readonly SectionKind[], purpose: Purpose): Findings {
  const { root } = body;
  const held = root.children.filter((_, at) => kinds[at] === 'items');
  return { body, kinds, parts: partsOf(root, held, purpose) };
}

/** Whether parts tell findings in so many words, or what was done about them. */
const areSure = (parts: readonly NoticePart[]): boolean =>
  parts.some((part) => part.items.some((item) => item.measures.length > 0 || isFinding(item.title)));

function warningsOf(
  { body, kinds, parts }: Findings,
  general: readonly string[],
  dates: readonly NoticeWarning[],
): NoticeWarning[] {
  const other = new Set(body.root.children.filter((_, at) => kinds[at] !== 'items').map((section) => section.source));
  const empty: NoticeWarning[] = parts.length === 0 ? [{ code: 'noItems' }] : [];
  const numbers = numberWarnings(body.printed, (section) => !other.has(section.source));
  return [...empty, ...dates, ...body.warnings, ...numbers, ...totalWarnings(general, { parts })];
}

/**
 * Reads a notice. Throws `UnreadableNotice` (empty, notANotice). What the text does not say is null; what a reader
 * should look at again is a warning.
 */
export function parseNotice(text: string): Notice {
  assertNotice(text);
  const { header, closing, text: main, annexes } = frameOf(text);
  const { root } = main;
  const printed = header.title ?? '';
  const opening = textsOf(root.body).join('\n').slice(0, OPENING);
  const purpose = purposeOf(squeeze(printed), opening, root);
  const told = findingsOf(main, kindsOf(root.children, purpose === 'feedback'), purpose);
  const listed =
    annexes === null || areSure(told.parts) ? null : findingsOf(annexes, kindsOfList(annexes.root.children), purpose);
  const found = listed !== null && listed.parts.length > 0 ? listed : told;
  const { parts } = found;
  const published =
    closing.date ??
    dateOfText(metadataOf(header, PUBLISHED)) ??
    dateOfText(textsOf(root.body).find((line) => /^(?:发布|公布|成文|印发|公开)(?:时间|日期)[：:]/.test(line))) ??
    header.rest
      .filter((line) => isDateLine(line) || /^[—-]{1,2}/.test(line))
      .map(dateOfText)
      .find((date) => date !== null) ??
    null;
  const general = generalText(root, told.kinds);
  const said = withoutAbbreviations(opening === '' ? general.join('\n').slice(0, OPENING) : opening);
  const team = teamOf(said) ?? teamOf(squeeze(printed));
  const { dates, warnings } = openingDates(
    general.slice(0, 60).map((paragraph) => ofTeam(withoutAbbreviations(paragraph.slice(0, OPENING)), team)),
    published,
  );
  return {
    title: header.title === null ? null : squeeze(header.title),
    organ:
      organOfTitle(printed) ??
      closing.organ ??
      organOfLines(header.rest) ??
      organOfSpeaker(header.rest) ??
      metadataOf(header, ISSUED) ??
      organOfLines(header.above),
    roundLabel: roundOf(squeeze(printed)) ?? roundOf(said),
    inspectionTeam: team,
    inspectedBody: inspectedBodyIn(ofTeam(said, team), squeeze(printed)),
    dates: {
      inspection: dates.inspection ?? null,
      feedback: dates.feedback ?? null,
      rectification: dates.rectification ?? null,
      published,
    },
    parts,
    contact: contactIn(closing.contact),
    warnings: warningsOf(found, general, warnings),
  };
}
