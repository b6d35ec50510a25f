/**
 * A progress notice as a tree of texts, the same for every form it is written in.
 *
 * What a unit wrote is one paragraph of its item, whatever lines it had: none of it can be read as a heading.
 */
import type { BulletinFacts, BulletinItem } from './facts.ts';
import { figuresOf, outcomeOf } from './figures.ts';
import { bulletinWords } from './words.ts';
import { present } from '../../core/present.ts';
import { letterDate } from '../../core/i18n/format.ts';

export interface Bulletin {
  readonly title: string;
  /** Before the first heading: why it is published, and the figures. */
  readonly opening: readonly string[];
  readonly parts: readonly Section[];
  readonly closing: readonly string[];
  readonly organ: string;
  /** 2026年6月30日: GB/T 9704-2012, 7.3.5.4 */
  readonly date: string;
}

/** A part or an item; of a document without parts the items stand on the first level. */
export interface Section {
  /** With its number: 一、 on the first level, （一） on the second (GB/T 9704-2012, 7.3.3). */
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly Section[];
}

export function bulletinOf(facts: BulletinFacts): Bulletin {
  const { locale, organ, roundLabel, on, contact } = facts;
  const words = bulletinWords(locale);
  const date = letterDate(on, locale);
  const { whole, of } = figuresOf(facts);
  return {
    title: words.title(oneLine(organ), roundLabel),
    opening: [openingOf(facts), words.figures({ date, whole, ...of })],
    parts: sectionsOf(facts),
    closing: Object.values(contact).every((way) => way === null) ? [] : [words.contact(contact)],
    organ: oneLine(organ),
    date,
  };
}

function openingOf({ locale, roundLabel, team, body, inspection, feedback }: BulletinFacts): string {
  const { opening, together } = bulletinWords(locale);
  const who = { team, body };
  return together([
    opening.inspected({ ...who, round: roundLabel, when: spanOf(inspection, locale) }),
    ...(feedback === null ? [] : [opening.fedBack({ ...who, when: spanOf(feedback, locale) })]),
    opening.published,
  ]);
}

/** 2026-03-09/2026-05-08, 2026-03, 2026: as exact as it is known; null where nothing is. */
function spanOf(span: string | null, locale: BulletinFacts['locale']): string | null {
  if (span === null) return null;
  const words = bulletinWords(locale);
  const [from = '', until = ''] = span.split('/').map((day) => dayOf(day, locale));
  return until === '' ? from : words.span(from, until);
}

function dayOf(day: string, locale: BulletinFacts['locale']): string {
  const [year = '', month, date] = day.split('-');
  if (year === '') return '';
  return date === undefined
    ? bulletinWords(locale).roughly(year, month === undefined ? null : Number(month))
    : letterDate(day, locale);
}

function sectionsOf({ locale, parts }: BulletinFacts): readonly Section[] {
  const words = bulletinWords(locale);
  const isFlat = parts.every(({ heading }) => heading === null);
  const itemAt = (level: 1 | 2) => (item: BulletinItem, index: number) => ({
    heading: words.numbered(level, index + 1, oneLine(item.title)),
    paragraphs: [answerOf(item, locale)],
    sections: [],
  });
  if (isFlat) return parts.flatMap(({ items }) => items).map(itemAt(1));
  return parts.map(({ heading, items }, index) => ({
    heading: words.numbered(1, index + 1, heading === null ? words.otherPart : oneLine(heading)),
    paragraphs: [],
    sections: items.map(itemAt(2)),
  }));
}

/** What was done, and how far that is. */
function answerOf(
  { number, state, statement, progress, measures, dueOn }: BulletinItem,
  locale: BulletinFacts['locale'],
): string {
  const { answer, together } = bulletinWords(locale);
  const outcome = outcomeOf(present(state, `state of item ${number}`));
  const date = dueOn === null ? null : letterDate(dueOn, locale);
  // Nobody outside has judged what a unit says of an item under way: of that its reports are told.
  const told = oneParagraph(
    (outcome === 'ongoing' ? null : statement) ?? progress ?? measures.join('\n'),
    answer.clause,
  );
  const verdict = answer[outcome](date);
  // A withdrawn item is told of, and nothing that was done about it before.
  return outcome === 'cancelled' || told === ''
    ? answer.of(verdict)
    : answer.of(together([stopped(told, answer.stop), verdict]));
}

const oneLine = (said: string): string => said.replace(/\s+/g, ' ').trim();

/** Lines one after the other; between two without a stop there is one. */
function oneParagraph(said: string, clause: string): string {
  const lines = said.split(/\n+/).map(oneLine);
  return lines
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : `${stopped(all, clause)}${line}`), '');
}

const stopped = (said: string, stop: string): string => (/[。；！？.;!?…]$/.test(said) ? said : `${said}${stop}`);
