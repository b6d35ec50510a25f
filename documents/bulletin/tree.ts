/**
 * A progress notice as a tree of texts, the same for every form it is written in.
 *
 * What a unit wrote is one paragraph of its item, whatever lines it had: none of it can be read as a heading.
 */
import type { BulletinFacts, BulletinItem } from './facts.ts';
import { figuresOf, outcomeOf, outcomes, type Counted, type Figures } from './figures.ts';
import { unitsWords } from './told.ts';
import { bulletinWords, type BulletinWords } from './words.ts';
import { present } from '../../core/present.ts';
import { letterDate } from '../../core/i18n/format.ts';

/** What a piece of text rests on: an item, and within it a fact of its chain or a version of its wording. */
interface Source {
  readonly itemId: string;
  readonly seq: number | null;
  readonly version: number | null;
}

/** A piece of a paragraph, and what it rests on. */
interface Span {
  readonly text: string;
  readonly from: readonly Source[];
}

export type BulletinParagraph = readonly Span[];

export interface Bulletin {
  readonly title: string;
  /** Before the first heading: why it is published, and the figures. */
  readonly opening: readonly BulletinParagraph[];
  readonly parts: readonly Section[];
  readonly closing: readonly BulletinParagraph[];
  readonly organ: string;
  /** 2026年6月30日: Arabic numerals, the whole year, no leading zero. */
  readonly date: string;
}

/** A part or an item; of a document without parts the items stand on the first level. */
export interface Section {
  /** With its number: 一、 on the first level, （一） on the second. */
  readonly heading: string;
  /** Null for a part. */
  readonly itemId: string | null;
  readonly paragraphs: readonly BulletinParagraph[];
  readonly sections: readonly Section[];
}

export const textOf = (paragraph: BulletinParagraph): string => paragraph.map(({ text }) => text).join('');

export function bulletinOf(facts: BulletinFacts): Bulletin {
  const { locale, organ, roundLabel, datedOn, contact } = facts;
  const words = bulletinWords(locale);
  return {
    title: words.title(oneLine(organ), roundLabel),
    opening: [[plain(openingOf(facts))], figuresIn(facts)],
    parts: sectionsOf(facts),
    closing: Object.values(contact).every((way) => way === null) ? [] : [[plain(words.contact(contact))]],
    organ: oneLine(organ),
    date: letterDate(datedOn, locale),
  };
}

const plain = (text: string): Span => ({ text, from: [] });

/** What stands between two sentences of a paragraph. */
const between = ({ together }: Pick<BulletinWords, 'together'>): Span => plain(together(['', '']));

function openingOf({ locale, roundLabel, team, body, inspection, feedback, opening: own }: BulletinFacts): string {
  const { opening, together, answer } = bulletinWords(locale);
  if (own !== null) return stopped(oneParagraph(own, answer.stop), answer.stop);
  const who = { team, body };
  return together([
    opening.inspected({ ...who, round: roundLabel, when: spanOf(inspection, locale) }),
    ...(feedback === null ? [] : [opening.fedBack({ ...who, when: spanOf(feedback, locale) })]),
    opening.published,
  ]);
}

/** Each figure with the items that it counts. */
function figuresIn(facts: BulletinFacts): BulletinParagraph {
  const words = bulletinWords(facts.locale);
  const items = figuresOf(facts);
  const counts = countsOf(items);
  const spans = (said: string, counted: readonly Counted[]): readonly Span[] =>
    counted.reduce<readonly Span[]>(
      (all, one) => all.flatMap((span) => partedAt(span, words.counted[one](counts[one]), items[one].map(wholeItem))),
      [plain(said)],
    );
  const figures = spans(words.figures(letterDate(facts.on, facts.locale), counts), ['whole', ...outcomes]);
  if (counts.omitted === 0) return figures;
  return [...figures, between(words), ...spans(words.parted(counts), ['told', 'omitted'])];
}

/** The first place at which a figure stands, and what is before and after it; a piece that has its items already stays whole. */
function partedAt(span: Span, figure: string, from: readonly Source[]): readonly Span[] {
  const at = span.from.length > 0 ? -1 : span.text.indexOf(figure);
  if (at < 0) return [span];
  const rest = span.text.slice(at + figure.length);
  return [plain(span.text.slice(0, at)), { text: figure, from }, plain(rest)].filter(({ text }) => text !== '');
}

const wholeItem = (itemId: string): Source => ({ itemId, seq: null, version: null });

const countsOf = (figures: Figures) =>
  Object.fromEntries(Object.entries(figures).map(([counted, { length }]) => [counted, length])) as Record<
    Counted,
    number
  >;

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

/** Of what is told: numbers have no gaps, and a part of which nothing is told is not there. */
function sectionsOf({ locale, parts }: BulletinFacts): readonly Section[] {
  const words = bulletinWords(locale);
  const told = parts
    .map(({ heading, items }) => ({ heading, items: items.filter(({ omission }) => omission === null) }))
    .filter(({ items }) => items.length > 0);
  const itemAt = (level: 1 | 2) => (item: BulletinItem, index: number) => ({
    heading: words.numbered(level, index + 1, oneLine(item.title)),
    itemId: item.id,
    paragraphs: [answerOf(item, locale)],
    sections: [],
  });
  if (parts.every(({ heading }) => heading === null)) return told.flatMap(({ items }) => items).map(itemAt(1));
  return told.map(({ heading, items }, index) => ({
    heading: words.numbered(1, index + 1, heading === null ? words.otherPart : oneLine(heading)),
    itemId: null,
    paragraphs: [],
    sections: items.map(itemAt(2)),
  }));
}

/** What was done, and how far that is. */
function answerOf(item: BulletinItem, locale: BulletinFacts['locale']): BulletinParagraph {
  const words = bulletinWords(locale);
  const { number, state, dueOn, seqs, wording } = item;
  const itemId = present(item.id, `item ${number} in the ledger`);
  const outcome = outcomeOf(present(state, `state of item ${number}`));
  const verdict = words.answer[outcome](dueOn === null ? null : letterDate(dueOn, locale));
  const judged: Span = { text: verdict, from: [{ itemId, seq: seqs.state, version: null }] };
  const label = plain(words.answer.of(''));
  const own = unitsWords(item);
  const said = wording === null ? { ...own, version: null } : { text: wording.result, seq: null, ...wording };
  const told = oneParagraph(said.text, words.answer.clause);
  // A withdrawn item is told of, and nothing that was done about it before.
  if (outcome === 'cancelled' || told === '') return [label, judged];
  const { seq, version } = said;
  return [label, { text: stopped(told, words.answer.stop), from: [{ itemId, seq, version }] }, between(words), judged];
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
