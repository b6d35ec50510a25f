/** A file's text → its lines, free of what editors, web pages and Markdown leave behind. */
import { cellsOf, joinRows, withoutTabs, type SourceLine, type Table } from './cells.ts';
import { frontMatterAsLines } from './front-matter.ts';
import { repaired } from './repair.ts';

/** One line of the document. */
export interface Line {
  readonly text: string;
  /** Markdown heading level 1–6, else 0. */
  readonly heading: number;
  /** The cells of a table row, else null. */
  readonly cells: readonly string[] | null;
  /** Stands apart from the line above: a blank line or a list bullet is between. */
  readonly apart: boolean;
  /** The whole line is bold, as headings are that no editor marked as such. */
  readonly bold: boolean;
  /** Stood behind a bullet, which is not in the text. */
  readonly bullet: boolean;
  /** The line of the source it begins in, 1 for the first. */
  readonly at: number;
}

/** A line of running text, as no source has it. */
export const madeLine = (text: string, given: Partial<Omit<Line, 'text'>> = {}): Line => ({
  text,
  heading: 0,
  cells: null,
  apart: false,
  bold: false,
  bullet: false,
  at: 0,
  ...given,
});

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
};

function entity(all: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? all;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ' ';
}

/** Where a tag or a page break ends a line inside a line of the source: lines of the source keep their numbers. */
const PART = '\u001e';

/** Tags that end a line, and tags that leave no trace. Other <…> may be brackets of the text. */
const BLOCK = /<\/?(?:p|div|tr|li|ul|ol|h[1-6]|table|tbody|section|article|body|html)(?:\s[^<>\n]{0,500})?>/gi;
const INLINE = /<\/?(?:span|strong|b|em|i|u|a|font|td|th|img|o:p|sup|sub|center|hr)(?:\s[^<>\n]{0,500})?\/?>/gi;

function unmarkup(text: string): string {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(PART, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\u0085\v\f]/g, PART);
  return frontMatterAsLines(plain)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/<!--[^>\n]{0,2000}-->/g, '')
    .replace(BLOCK, PART)
    .replace(/<\/?(?:strong|b)(?:\s[^<>\n]{0,500})?>/gi, '**')
    .replace(INLINE, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

/** Every mark of Markdown has one of these; most lines have none. */
const MARKED = /[[<*_`\\]/;

/** Markdown inside a line: emphasis, links, code marks, escapes. */
function unmark(text: string): string {
  if (!MARKED.test(text)) return text.trim();
  return text
    .replace(/!\[[^[\]\n]{0,200}\](?:\([^()\n]{0,2000}\)|\[[^[\]\n]{0,80}\])/g, '')
    .replace(/^\[[^[\]\n]{1,80}\]:\s*\S+.*$|<(?:https?|ftp):[^<>\s]{1,2000}>/g, '')
    .replace(/\[([^[\]\n]{1,200})\]\((?:mailto:)?[^()\s]{0,500}\)/gi, '$1')
    .replace(/<(?:mailto:)?([^<>\s@]{1,64}@[^<>\s@]{1,190})>/gi, '$1')
    .replace(/\*{2,3}|_{2}(?=\p{Script=Han})|(?<=[\p{Script=Han}：。])_{2}|`/gu, '')
    .replace(/(?<![\\*])\*(?![\s*])([^*\n]{1,200})\*/g, '$1')
    .replace(/\\([\\`*_{}()[\]#+\-.!|>~])/g, '$1')
    .replace(/<br\s{0,3}\/?>/gi, '\n')
    .trim();
}

const RULE = /^(?:[-*_=]\s?){3,}$|^`{3}/;

/** — 2 —, －３－, 第2页 共8页: what a page carries at its foot. */
const PAGE_FOOT = /^(?:[-—–－─―·]{1,3}\s*[\d０-９]{1,3}\s*[-—–－─―·]{1,3}|第\s*\d{1,3}\s*页.{0,12})$/;

const BOLD = /^\*\*[^*]{2,60}\*\*$/;

/** A line alone between two rows of one table is a row that spans it; a second head would begin another table. */
function spanRows(lines: readonly Line[]): Line[] {
  let head = '';
  return lines.map((line, at) => {
    const before = lines[at - 1];
    const after = lines[at + 1];
    if (line.cells !== null) {
      if (before === undefined || before.cells === null) head ||= line.text;
      return line;
    }
    const spans = before !== undefined && before.cells !== null && after !== undefined && after.cells !== null;
    if (!spans || line.apart || line.heading > 0 || after.text === head) return line;
    return { ...line, cells: [line.text, '', ''] };
  });
}

const BARE_NUMBER = /^(\d{1,2}|[一二三四五六七八九十]{1,3}) +(?=\p{Script=Han}|[“"])/u;
const HEADED = /^(?:关于|针对|[“"]|[^，。：；]{2,40}方面$)/;

/**
 * "1 关于…问题" has no point after its number; what is headed as findings are needs none, and of other lines the 1.1
 * right under it tells that it is one.
 */
function withPoint(line: Line, at: number, lines: readonly Line[]): Line {
  const found = line.cells === null ? BARE_NUMBER.exec(line.text) : null;
  if (found === null) return line;
  const number = found[1] ?? '';
  const rest = line.text.slice(found[0].length);
  if (!HEADED.test(rest) && !lines[at + 1]?.text.startsWith(`${number}.1`)) return line;
  return { ...line, text: /\d/.test(number) ? `${number}. ${rest}` : `${number}、${rest}` };
}

const BULLET = /^(?:[-*+]\s+|[•●◆■▲▶➤►◇□○◎▪▫★☆※➢❖✦✓✔·∙‣\ue000-\uf8ff]\s*)/u;

/** A row of a table as a line. */
const rowOf = (cells: readonly string[], apart: boolean, at: number): Line =>
  madeLine(cells.join(' ').trim(), { cells, apart, at });

/** 整 改 情 况：, spaced out to fill a line. */
const closedUp = (line: string): string =>
  !line.includes(' ')
    ? line
    : line.replace(/^\p{Script=Han}(?: {1,4}\p{Script=Han}){1,7}(?= ?[：:])/u, (label) => label.replaceAll(' ', ''));

/** The lines that one line of the source makes: a <br> begins another. */
function piecesOf(bare: string, apart: boolean, at: number): Line[] {
  const head = /^(#{1,6})(?!#)\s*/.exec(bare);
  const bullet = BULLET.exec(bare);
  const inner = bare.slice((head ?? bullet)?.[0].length ?? 0);
  const texts = unmark(head === null ? inner : inner.replace(/\s+#+$/, '')).split('\n');
  return texts
    .map((text, index) => ({
      text: closedUp(repaired(text.trim())),
      heading: index === 0 ? (head?.[1]?.length ?? 0) : 0,
      cells: null,
      apart: (index === 0 && apart) || bullet !== null,
      bold: BOLD.test(inner),
      bullet: index === 0 && bullet !== null,
      at,
    }))
    .filter((line) => line.text !== '');
}

/** The lines of the source with their numbers, those parted that a tag breaks. */
const sourceLines = (text: string): SourceLine[] =>
  joinRows(unmarkup(text).split('\n')).flatMap((row) =>
    row.text.split(PART).map((piece) => ({ text: piece, at: row.at })),
  );

/** Lines in order, blank ones left out. A separator row of a Markdown table is left out too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let torn = false;
  let table: Table | null = null;
  for (const { text: source, at } of sourceLines(text)) {
    const raw = source.replace(/^[ \t]*(?:>[ \t]?)+/, '').replace(/^ +| +$/g, '');
    const cells: string[] | null = cellsOf(raw, table)?.map(unmark) ?? null;
    if (cells !== null) {
      if (cells.some((cell) => cell !== '')) lines.push(rowOf(cells, apart, at));
      if (cells.length > 0) table = { width: cells.length, adjacent: true };
      apart = false;
      torn = false;
      continue;
    }
    const bare = withoutTabs(raw);
    if (PAGE_FOOT.test(bare)) {
      // A sentence goes on behind the foot of its page, whatever blank lines are around it.
      apart = false;
      torn = true;
      continue;
    }
    if (bare === '' || RULE.test(bare)) {
      apart = !torn;
      continue;
    }
    torn = false;
    const pieces = piecesOf(bare, apart, at);
    for (const piece of pieces) lines.push(piece);
    if (pieces.length === 0) continue;
    table = table === null ? null : { ...table, adjacent: false };
    apart = false;
  }
  return spanRows(lines).map(withPoint);
}
