/** Progress text → measures: 一是…二是…, 一要…二要…, ①…②…, （1）…, 1.…, 首先…其次…, 第一，…第二，…, ——…, ●…. */
import { quoted } from '../text/quotes.ts';
import { fold, numberOf, NUMERAL } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';

/** One mark in the text: which way of counting, which number, where its words begin. */
interface Count {
  readonly way: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const BEFORE = '(?<=^|[\\s。；，：、！？”》）】])';
const WAYS: Readonly<Record<string, string>> = {
  shi: `(?<shi>${NUMERAL}{1,3})(?:是(?!否)|要(?![素求点件]))[：，、]?`,
  ordinal: `第(?<ordinal>${NUMERAL}{1,3})(?:是)?[，、：]`,
  qi: `其(?<qi>${NUMERAL}{1,2})[，、：]`,
  // 2.24小时内回复 at the head of a line is a second point, not a decimal, when it follows 1.
  num: '(?<num>\\d{1,2})(?:[.、](?!\\d)|(?<=(?:^|\\n)\\d{1,2})[.](?=\\d{1,3}[\u4e00-\u9fa5]))',
  paren: '（(?<paren>\\d{1,2})）[、.：]?',
  half: '(?<half>\\d{1,2})）',
  cnParen: `（(?<cnParen>${NUMERAL}{1,3})）[、.：]?`,
  cn: `(?<cn>${NUMERAL}{1,3})、(?=[^一二三四五六七八九十])`,
};
const COUNTED = new RegExp(`${BEFORE}(?:${Object.values(WAYS).join('|')})\\s*`, 'g');
/** 约谈维保单位（2）抽查: a bracket that no stop comes before counts too, if no article or table is named by it. */
const INSIDE = /(?<=[^\s。；，：、！？”》）】第条款项表图件])（(\d{1,2})）(?=\p{Script=Han}|[“《])/gu;
const CIRCLED = /[\u2460-\u2473\u2776-\u277f\u2474-\u2487]\s*/g;
const SEQUENCE: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', 4],
];
const SPOKEN = new RegExp(`${BEFORE}(首先|其次|再次|再者|最后)(?:是)?[，、：]\\s*`, 'g');

/** A dash counts only where a sentence begins: elsewhere it is one of the text. */
const DASHED = /(?<=^|\n|[。；：:]\s{0,4})(?:[—–─―]{1,3}|-(?=\s|\p{Script=Han}))\s{0,4}(?=[\p{L}“《\d])/gu;
const BULLETED = /(?:[●◆■▲▶➤►◇□◎▪▫★☆※➢❖✦✔•]|(?<=^|\n)[→·])\s{0,4}(?=[\p{L}“《\d（①-⑳])/gu;

function circledValue(code: number): number {
  return code >= 0x2776 ? code - 0x2775 : code >= 0x2474 ? code - 0x2473 : code - 0x245f;
}

/** A mark that says of no measure which it is: each follows the one before. */
const unnumbered = (way: string, found: RegExpExecArray): Count => ({
  way,
  value: NaN,
  start: found.index,
  end: found.index + found[0].length,
});

function countsIn(text: string): Count[] {
  const folded = fold(text);
  const counts: Count[] = [];
  for (const found of matchesOf(COUNTED, folded)) {
    const [way, numeral] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? ['', ''];
    const value = numberOf(numeral ?? '');
    if (value !== null) counts.push({ way, value, start: found.index, end: found.index + found[0].length });
  }
  for (const found of matchesOf(INSIDE, folded))
    counts.push({ way: 'paren', value: Number(found[1]), start: found.index, end: found.index + found[0].length });
  for (const found of matchesOf(CIRCLED, folded)) {
    counts.push({
      way: 'circled',
      value: circledValue(found[0].charCodeAt(0)),
      start: found.index,
      end: found.index + found[0].length,
    });
  }
  for (const found of matchesOf(SPOKEN, folded)) {
    const value = SEQUENCE.find(([word]) => word === found[1])?.[1] ?? 0;
    counts.push({ way: 'spoken', value, start: found.index, end: found.index + found[0].length });
  }
  for (const found of matchesOf(DASHED, folded)) counts.push(unnumbered('dash', found));
  for (const found of matchesOf(BULLETED, folded)) counts.push(unnumbered(found[0].charAt(0), found));
  const inside = quoted(text);
  return counts.filter((count) => inside[count.start] === 0).sort((a, b) => a.start - b.start);
}

/** The marks of one way that follow each other from one; a new one at the head of a paragraph begins again. */
function runOf(way: string, counts: readonly Count[], text: string): Count[] {
  const run: Count[] = [];
  let next = 1;
  let longest = 0;
  for (const count of counts) {
    if (count.way !== way) continue;
    const value = Number.isNaN(count.value) ? next : count.value;
    const follows = value === next || (way === 'spoken' && value > next && next > 1);
    const restarts = value === 1 && next > 2 && (count.start === 0 || text[count.start - 1] === '\n');
    if (!follows && !restarts) continue;
    run.push(count);
    next = value + 1;
    longest = Math.max(longest, value);
  }
  return longest >= 2 ? run : [];
}

/** The outermost way of counting: the run that begins first. */
function outermost(text: string): Count[] {
  const counts = countsIn(text);
  let best: Count[] = [];
  for (const way of new Set(counts.map((count) => count.way))) {
    const run = runOf(way, counts, text);
    const first = run[0];
    if (first !== undefined && (best[0] === undefined || first.start < best[0].start)) best = run;
  }
  return best;
}

/**
 * The measures a progress text tells of, verbatim without their marks. Without at least 一 and 二 in order the
 * whole text is one measure; words before the first mark lead in and belong to none.
 */
export function measuresOf(text: string): string[] {
  const whole = text.trim();
  if (whole === '') return [];
  const run = outermost(whole);
  const measures = run.map((count, at) => whole.slice(count.end, run[at + 1]?.start ?? whole.length).trim());
  if (measures.length > 0) return measures.filter((measure) => measure !== '');
  return [whole.slice(loneMark(whole)).trim()];
}

/** ① or 1. before a text that counts no further says only that a second point was never needed. */
function loneMark(whole: string): number {
  const counts = countsIn(whole);
  const first = counts[0];
  if (first?.start !== 0 || (first.value !== 1 && !Number.isNaN(first.value))) return 0;
  return counts.some((count) => count !== first && count.way === first.way) ? 0 : first.end;
}

/** A piece of an enumerated text; `mark` as it stands, with the point or comma after it. */
export interface Enumerated {
  readonly mark: string;
  readonly text: string;
}

/** The number that a mark names a finding by, null where it only counts: 1. and （1） name one, 一是 and ● do not. */
export const numberIn = ({ mark }: Enumerated): string | null =>
  /^[（(]?(?:\d|[一二三四五六七八九十]{1,3}[）)、])|^[\u2460-\u2487\u2776-\u277f]/.test(mark)
    ? mark.replace(/[.．、：:，,]+$/, '')
    : null;

/** The enumerated pieces of a text; none where it is not enumerated. */
export function enumeratedIn(text: string): Enumerated[] {
  const run = outermost(text);
  return run.map((count, at) => ({
    mark: text.slice(count.start, count.end).trim(),
    text: text.slice(count.end, run[at + 1]?.start ?? text.length).trim(),
  }));
}

const FIRST = new RegExp(
  `^(?:${NUMERAL}{1,3}(?:是(?!否)|要(?![素求点件]))|第${NUMERAL}{1,3}[，、：]|(?:首先|其次|再次|最后)[，、：]|[\u2460-\u2473●◆■★※]|[—–─―]{1,3}(?=[\\p{L}“《]))`,
  'u',
);

/** Whether a line begins with a measure mark: it then never continues the line above. */
export function beginsMeasure(text: string): boolean {
  return FIRST.test(fold(text.slice(0, 12)));
}
