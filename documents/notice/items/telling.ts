/** Findings told in running text, as news and short feedbacks do: 主要问题：一是…；…主要是甲；乙；丙等。 */
import { matchesOf } from '../text/matches.ts';
import { namesShortcoming } from '../structure/headings.ts';
import type { Line } from '../lines/normalise.ts';
import { blankQuoted } from '../text/quotes.ts';
import { fold } from '../text/han.ts';
import { enumeratedIn, type Enumerated } from '../words/measures.ts';
import { adviceAt, leadsIn } from '../words/telling.ts';

/** Only so much of a document is one story. */
const LONGEST = 20_000;

const bare = (clause: string): string =>
  clause
    .trim()
    .replace(/^(?:以及|和|及|同时|并且|还|一些|了|有|主要是)(?=.{4})/, '')
    .replace(
      /等(?:[一二三四五六七八九十\d几多]{0,2}(?:个|项)?方面)?的?(?:突出|主要|共性|具体|普遍性)?(?:问题|不足|现象|情况)?[。；]?$/,
      '',
    )
    .replace(/[。；;，,、]+$/, '')
    .trim();

/** Cut at a stop that stands outside quotation marks. */
function cutAt(text: string, open: string, stop: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const found of matchesOf(stop, open)) {
    pieces.push(text.slice(from, found.index));
    from = found.index + 1;
  }
  return [...pieces, text.slice(from)].map(bare).filter((piece) => piece !== '');
}

/** Most of the clauses say what is wrong. */
const areWrong = (clauses: readonly string[]): boolean =>
  clauses.filter(namesShortcoming).length * 3 >= clauses.length * 2;

/** Clauses of a sentence: by semicolons; by commas only where each of them says what is wrong. */
function clausesOf(text: string): string[] {
  const open = fold(blankQuoted(text));
  const clauses = cutAt(text, open, /；/g);
  if (clauses.length > 1) return clauses;
  for (const stop of [/、/g, /，/g, /[、，]/g]) {
    const pieces = cutAt(text, open, stop);
    if (pieces.length > 1 && pieces.every((piece) => piece.length >= 4) && areWrong(pieces)) return pieces;
  }
  return [];
}

/** How a sentence begins that tells of the findings, and none itself. */
const OF_FINDINGS = /^(?:针对|对于?|以上|上述|这些|为此|希望|会议)/;

const firstOf = (text: string): string => text.slice(0, /[。\n]|$/.exec(fold(blankQuoted(text)))?.index);

/** The clauses of a first sentence, and of those after it in the paragraph as long as they go on to say what is wrong. */
function sentencesOf(text: string): string[] {
  const [paragraph = ''] = text.split('\n');
  const [first = '', ...later] = cutAt(paragraph, fold(blankQuoted(paragraph)), /。/g);
  const clauses = clausesOf(first);
  const told = later.map((sentence) => (clausesOf(sentence).length > 0 ? clausesOf(sentence) : [sentence]));
  const end = told.findIndex((more, at) => OF_FINDINGS.test(later[at] ?? '') || !areWrong(more));
  const more = told.slice(0, end < 0 ? told.length : end).flat();
  if (clauses.length > 0) return [...clauses, ...more];
  return namesShortcoming(first) && more.length > 0 ? [first, ...more] : [];
}

/** The findings that the lines tell; empty where they tell none one by one. */
export function findingsTold(lines: readonly Line[]): Enumerated[] {
  const text = lines
    .filter((line) => line.cells === null)
    .map((line) => (line.bullet ? `● ${line.text}` : line.text))
    .join('\n')
    .slice(0, LONGEST);
  const folded = fold(blankQuoted(text));
  for (const { from, to, unsure } of leadsIn(folded)) {
    const end = from + adviceAt(folded.slice(from));
    const pieces = to === null && !unsure ? enumeratedIn(text.slice(from, end)) : [];
    if (pieces.length > 0) return pieces;
    const told =
      to === null && !unsure ? sentencesOf(text.slice(from, end)) : clausesOf(firstOf(text.slice(from, to ?? end)));
    if (told.length > 1 && (!unsure || areWrong(told))) return told.map((clause) => ({ mark: '', text: clause }));
  }
  return [];
}
