/** Number marks at the head of a line: which style, which value, how much of the line they take. */
import { fold, numberOf, NUMERAL } from '../text/han.ts';

/** The styles, outermost first by custom: 第一部分, 一、, （一）, 1., 问题1：, （1）, 1）, ①. */
export type MarkStyle =
  'chapter' | 'cn' | 'cnParen' | 'num' | 'decimal' | 'problem' | 'numParen' | 'numHalf' | 'circled';

export interface Mark {
  readonly style: MarkStyle;
  /** Outer styles have lower ranks. */
  readonly rank: number;
  readonly value: number;
  /** Verbatim, without the point or comma after it. */
  readonly number: string;
  /** How many characters the mark and the blanks after it take. */
  readonly length: number;
}

interface Form {
  readonly style: MarkStyle;
  readonly rank: number;
  /** On folded text. Group 1 is the number as printed, group 2 (or 1) the numeral. */
  readonly pattern: RegExp;
}

const N = '\\d{1,3}';
const GAP = '\\s*';

const FORMS: readonly Form[] = [
  { style: 'chapter', rank: 0, pattern: new RegExp(`^(第(${NUMERAL}{1,4}|${N})(?:部分|章|节))[、：.]?${GAP}`) },
  {
    style: 'problem',
    rank: 3.5,
    pattern: new RegExp(
      `^【?((?:反馈|具体|存在|突出|主要|安全|事故|整改)?的?(?:问题|隐患|任务)${GAP}（?(${NUMERAL}{1,4}|${N})）?)(?:${GAP}】${GAP}[：、.]?|${GAP}[：、.](?!\\d)|(?=\\s|$))${GAP}`,
    ),
  },
  { style: 'cn', rank: 1, pattern: new RegExp(`^((${NUMERAL}{1,4}))${GAP}[、.]${GAP}`) },
  { style: 'cnParen', rank: 2, pattern: new RegExp(`^(（${GAP}(${NUMERAL}{1,4})${GAP}）)[、.：]?${GAP}`) },
  {
    style: 'decimal',
    rank: 3.1,
    pattern: new RegExp(
      `^(((?:${N}\\.){1,3}${N}))[.、]?${GAP}(?=[关“《\\p{L}])(?![万亿元个项倍米吨公小天年月日周])`,
      'u',
    ),
  },
  { style: 'num', rank: 3, pattern: new RegExp(`^((${N}))${GAP}[.、](?:(?!\\d)|(?=\\d{1,2}月\\d{1,2}日))${GAP}`) },
  { style: 'numParen', rank: 4, pattern: new RegExp(`^(（${GAP}(${N})${GAP}）)[、.：]?${GAP}`) },
  { style: 'numHalf', rank: 4.5, pattern: new RegExp(`^((${N})${GAP}）)[、.：]?${GAP}`) },
];

/** Characters that are a whole mark: ①, ⑴, ⒈, ㈠. First code point, how many, style, rank. */
const SINGLE: readonly (readonly [number, number, MarkStyle, number])[] = [
  [0x2460, 20, 'circled', 5],
  [0x2474, 20, 'numParen', 4],
  [0x2488, 20, 'num', 3],
  [0x3220, 10, 'cnParen', 2],
  [0x2776, 10, 'circled', 5],
];

function singleMark(text: string): Mark | null {
  const code = text.charCodeAt(0);
  for (const [first, count, style, rank] of SINGLE) {
    if (code < first || code >= first + count) continue;
    const length = /^.[、.．：:]?\s*/.exec(text)?.[0].length ?? 1;
    return { style, rank, value: code - first + 1, number: text.charAt(0), length };
  }
  return null;
}

/** What a mark can begin with: most lines are seen not to have one by their first character. */
const POSSIBLE = new RegExp(`^[第问反具存突主的隐安事任整【[（(\\d０-９①-⒛❶-❿㈠-㈩${NUMERAL.slice(1, -1)}]`);

/** The mark a text begins with, or null. A decimal (1.5亿元) or a date (2025.2.18) is none. */
export function markOf(text: string): Mark | null {
  if (!POSSIBLE.test(text)) return null;
  const single = singleMark(text);
  if (single !== null) return single;
  const head = fold(text.slice(0, 40));
  for (const form of FORMS) {
    const found = form.pattern.exec(head);
    if (found === null) continue;
    const numeral = found[2] ?? '';
    const depth = form.style === 'decimal' ? numeral.split('.').length : 1;
    const value = numberOf(numeral.split('.').at(-1) ?? '');
    if (value === null || value === 0) continue;
    const from = found[0].indexOf(found[1] ?? '');
    const number = text.slice(from, from + (found[1]?.length ?? 0)).replace(/\s/g, '');
    return { style: form.style, rank: form.rank + (depth - 1) * 0.1, value, number, length: found[0].length };
  }
  return null;
}

/** A cell that is nothing but a mark: （一）, 1., or the 1 or 一 of an automatic number. */
export const isWholeMark = (text: string): boolean => {
  const bare = text.trim();
  return (
    /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/.test(fold(bare)) ||
    (bare.length < 12 && markOf(bare)?.length === bare.length)
  );
};
