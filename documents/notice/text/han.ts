/** Small tools on Chinese text that several readers share. */

const STOPPED = /[^\P{Script=Han}一二三四五六七八九十百零〇两]|[”》」]/u;

const FOLDED: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '．': '.',
  '－': '-',
  '％': '%',
  '＠': '@',
  '［': '【',
  '］': '】',
  '[': '【',
  ']': '】',
};

const FOLDABLE = /[,:;()?!.．－％＠［］[\]０-９]/g;

function foldedAt(c: string, at: number, text: string): string {
  if (c >= '０' && c <= '９') return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  // A point is a stop after a Chinese word, but not in 一.整改 or 问题.com.
  if (c === '.') return STOPPED.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + 1] ?? '') ? '。' : c;
  if (c === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return c;
  return FOLDED[c] ?? c;
}

/**
 * Full and half width made one, character for character: an index in the folded text is the same index in the
 * original, so that readers match on the folded text and cut from the original.
 */
export const fold = (text: string): string => text.replace(FOLDABLE, foldedAt);

const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
const WIDE_DIGIT = /[０-９]/;

/** The letters and digits of a text, these in half width: marks, stops and blanks differ between a text and its line. */
export function letters(text: string): string {
  const own = text.replace(NO_LETTERS, '');
  return WIDE_DIGIT.test(own) ? fold(own) : own;
}

const DIGITS = '零一二三四五六七八九';

/** 12, １２, 十二, 二十, 一百零五, 〇: the number; null when it is none. */
export function numberOf(text: string): number | null {
  const plain = fold(text).replace(/,/g, '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  let total = 0;
  let digit = 0;
  for (const c of plain.replace(/[〇○]/g, '零').replace(/两/g, '二')) {
    const value = DIGITS.indexOf(c);
    if (value >= 0) digit = value;
    else if (c === '十' || c === '百') {
      total += (digit || 1) * (c === '十' ? 10 : 100);
      digit = 0;
    } else return null;
  }
  return plain === '' ? null : total + digit;
}

/** Titles and headings carry no blanks between Chinese characters; a line break leaves none either. */
export function squeeze(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim();
}

/** Two pieces of one paragraph: a blank only between Latin words. */
export function glue(before: string, after: string): string {
  return /[A-Za-z]/.test(before.slice(-1)) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
}

/** A regular expression source for Chinese numerals in marks and counts. */
export const NUMERAL = '[一二三四五六七八九十百零〇两]';
