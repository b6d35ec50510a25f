/** A feedback document or progress notice, as text → what it says. */
import type { Notice, NoticePart, NoticeWarning } from '../../core/round/notice.ts';
import { readClosing } from './fields/closing.ts';
import { contactIn } from './words/contact.ts';
import { datesIn, isoOf } from './words/dates.ts';
import { isDateLine } from './words/farewell.ts';
import { readHeader, type Header } from './fields/header.ts';
import { partsOf } from './items/items.ts';
import { linesOf, type Line } from './lines/normalise.ts';
import { inspectedBodyIn, openingDates } from './fields/opening.ts';
import { isOrgan, organOfTitle, roundOf, teamOf } from './words/organ.ts';
import { isAnswered, outlineOf, type Section } from './structure/outline.ts';
import { paragraphsOf } from './lines/paragraphs.ts';
import { assertNotice } from './recognise.ts';
import { kindsOf } from './structure/sections.ts';
import { squeeze } from './text/han.ts';
import { totalWarnings } from './fields/totals.ts';
import { numberWarnings } from './structure/numbering.ts';

/** How much of the text before the first item is searched for the opening formula. */
const OPENING = 20_000;

const textsOf = (lines: readonly Line[]): string[] =>
  lines.filter((line) => line.cells === null).map((line) => line.text);

/** The feedback itself tells findings; a notice tells what was done about them. */
function isFeedback(title: string, opening: string, root: Section): boolean {
  if (/整改(?:进展|落实|情况|完成|工作|报告)|整改.{0,6}(?:通报|报告|台账|方案)/.test(title)) return false;
  if (/反馈/.test(title)) return true;
  const answered = (section: Section): boolean => isAnswered(section) || section.children.some(answered);
  return /反馈如下|现将.{0,30}(?:巡察|巡视).{0,20}反馈|(?:意见|情况)反馈如下/.test(opening) && !answered(root);
}

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

interface Frame {
  readonly header: Header;
  readonly closing: ReturnType<typeof readClosing>;
  readonly root: Section;
}

function frameOf(text: string): Frame {
  const lines = linesOf(text);
  const header = readHeader(lines);
  const paragraphs = paragraphsOf(lines.slice(header.end));
  const closing = readClosing(paragraphs);
  return { header, closing, root: outlineOf(paragraphs.slice(0, closing.start)) };
}

function warningsOf(
  parts: readonly NoticePart[],
  root: Section,
  kinds: readonly string[],
  dates: readonly NoticeWarning[],
): NoticeWarning[] {
  const held = root.children.filter((_, at) => kinds[at] === 'items');
  const empty: NoticeWarning[] = parts.length === 0 ? [{ code: 'noItems' }] : [];
  return [...empty, ...dates, ...numberWarnings(held), ...totalWarnings(generalText(root, kinds), { parts })];
}

/**
 * Reads a notice. Throws `UnreadableNotice` (empty, notANotice). What the text does not say is null; what a reader
 * should look at again is a warning.
 */
export function parseNotice(text: string): Notice {
  assertNotice(text);
  const { header, closing, root } = frameOf(text);
  const printed = header.title ?? '';
  const opening = textsOf(root.body).join('\n').slice(0, OPENING);
  const findings = isFeedback(squeeze(printed), opening, root);
  const kinds = kindsOf(root.children, findings);
  const parts = partsOf(
    root,
    root.children.filter((_, at) => kinds[at] === 'items'),
    findings,
  );
  const published =
    closing.date ??
    dateOfText(metadataOf(header, PUBLISHED)) ??
    dateOfText(textsOf(root.body).find((line) => /^(?:发布|公布|成文|印发|公开)(?:时间|日期)[：:]/.test(line))) ??
    header.rest
      .filter((line) => isDateLine(line) || /^[—-]{1,2}/.test(line))
      .map(dateOfText)
      .find((date) => date !== null) ??
    null;
  const general = generalText(root, kinds);
  const { dates, warnings } = openingDates(
    general.map((paragraph) => paragraph.slice(0, OPENING)).slice(0, 60),
    published,
  );
  const said = opening === '' ? general.join('\n').slice(0, OPENING) : opening;
  return {
    title: header.title === null ? null : squeeze(header.title),
    organ:
      organOfTitle(printed) ??
      closing.organ ??
      header.rest.map((line) => line.replace(/^[（(]|[）)]$/g, '')).find(isOrgan) ??
      organOfSpeaker(header.rest) ??
      metadataOf(header, ISSUED),
    roundLabel: roundOf(squeeze(printed)) ?? roundOf(said),
    inspectionTeam: teamOf(said) ?? teamOf(squeeze(printed)),
    inspectedBody: inspectedBodyIn(said, squeeze(printed)),
    dates: {
      inspection: dates.inspection ?? null,
      feedback: dates.feedback ?? null,
      rectification: dates.rectification ?? null,
      published,
    },
    parts,
    contact: contactIn(closing.contact),
    warnings: warningsOf(parts, root, kinds, warnings),
  };
}
