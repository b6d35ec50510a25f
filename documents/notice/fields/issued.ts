/** Who issued a document, and when: from its title, its end, its head, the page around it. */
import { datesIn, isoOf } from '../words/dates.ts';
import { isDateLine } from '../words/farewell.ts';
import { isOrgan, organOfTitle } from '../words/organ.ts';
import type { Closing } from './closing.ts';
import type { Header } from './header.ts';

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

/** The organ, most telling first: the title, the signature, the lines under the title, the page. */
export const organOf = (header: Header, closing: Closing): string | null =>
  organOfTitle(header.title ?? '') ??
  closing.organ ??
  organOfLines(header.rest) ??
  organOfSpeaker(header.rest) ??
  metadataOf(header, ISSUED) ??
  organOfLines(header.above);

/** The day of the signature, else of the page. @param text lines before the first section, where a page may say it */
export const publishedOn = (header: Header, closing: Closing, text: readonly string[]): string | null =>
  closing.date ??
  dateOfText(metadataOf(header, PUBLISHED)) ??
  dateOfText(text.find((line) => /^(?:发布|公布|成文|印发|公开)(?:时间|日期)[：:]/.test(line))) ??
  header.rest
    .filter((line) => isDateLine(line) || /^[—-]{1,2}/.test(line))
    .map(dateOfText)
    .find((date) => date !== null) ??
  null;
