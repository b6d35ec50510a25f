/** A file's text → its lines, free of what editors, web pages and Markdown leave behind. */

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
}

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

/** Tags that end a line, and tags that leave no trace. Other <…> may be brackets of the text. */
const BLOCK = /<\/?(?:p|div|tr|li|ul|ol|h[1-6]|table|tbody|section|article|body|html)(?:\s[^<>\n]{0,500})?>/gi;
const INLINE = /<\/?(?:span|strong|b|em|i|u|a|font|td|th|img|o:p|sup|sub|center|hr)(?:\s[^<>\n]{0,500})?\/?>/gi;

function unmarkup(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/^---\r?\n[^]{0,4000}?\n---\r?\n/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/<!--[^>\n]{0,2000}-->/g, '')
    .replace(BLOCK, '\n')
    .replace(/<\/?(?:strong|b)(?:\s[^<>\n]{0,500})?>/gi, '**')
    .replace(INLINE, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/[\u00a0\u2002-\u200a\u202f\u3000]/g, ' ');
}

/** Markdown inside a line: emphasis, links, code marks, escapes. */
function unmark(text: string): string {
  return text
    .replace(/!\[[^[\]\n]{0,200}\]\([^()\n]{0,500}\)/g, '')
    .replace(/\[([^[\]\n]{1,200})\]\((?:mailto:)?[^()\s]{0,500}\)/gi, '$1')
    .replace(/<(?:mailto:)?([^<>\s@]{1,64}@[^<>\s@]{1,190})>/gi, '$1')
    .replace(/\*{2,3}|_{2}(?=\p{Script=Han})|(?<=[\p{Script=Han}：。])_{2}|`/gu, '')
    .replace(/(?<![\\*])\*(?![\s*])([^*\n]{1,200})\*/g, '$1')
    .replace(/\\([\\`*_{}()[\]#+\-.!|>~])/g, '$1')
    .replace(/<br\s{0,3}\/?>/gi, '\n')
    .trim();
}

function cellsOf(raw: string): string[] | null {
  if (/^\|.*\|$/.test(raw)) {
    const cells = raw.slice(1, -1).split(/(?<!\\)\|/);
    return cells.every((cell) => /^\s*:?-{1,}:?\s*$/.test(cell)) ? [] : cells.map(unmark);
  }
  return raw.includes('\t') && /\S\t+\S/.test(raw)
    ? raw.split('\t').map((cell) => unmark(cell.replace(/^\s*"(.*)"\s*$/, '$1')))
    : null;
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

/** "1 落实部署方面" has no point after its number; the 1.1 right under it tells that it is one. */
function withPoint(line: Line, at: number, lines: readonly Line[]): Line {
  const number = /^(\d{1,2})\s+(?=\p{Script=Han})/u.exec(line.text);
  if (number === null || !lines[at + 1]?.text.startsWith(`${number[1] ?? ''}.1`)) return line;
  return { ...line, text: `${number[1] ?? ''}. ${line.text.slice(number[0].length)}` };
}

/** Lines in order, blank ones left out. A separator row of a Markdown table is left out too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (const source of unmarkup(text).split('\n')) {
    const raw = source.replace(/^[ \t]*(?:>[ \t]?)+/, '').replace(/^ +| +$/g, '');
    const cells = cellsOf(raw);
    if (cells !== null) {
      if (cells.some((cell) => cell !== ''))
        lines.push({ text: cells.join(' ').trim(), heading: 0, cells, apart, bold: false });
      apart = false;
      continue;
    }
    const bare = raw.trim();
    if (bare === '' || RULE.test(bare) || PAGE_FOOT.test(bare)) {
      apart = true;
      continue;
    }
    const head = /^(#{1,6})(?!#)\s*/.exec(bare);
    const bullet = /^(?:[-*+•●◆■▲▶➤►◇□]\s+|[•●◆■▲▶➤►◇]\s*)/.exec(bare);
    const inner = bare.slice((head ?? bullet)?.[0].length ?? 0);
    for (const [at, piece] of unmark(head === null ? inner : inner.replace(/\s+#+$/, ''))
      .split('\n')
      .entries()) {
      const line = piece.trim();
      if (line === '') continue;
      lines.push({
        text: line,
        heading: at === 0 ? (head?.[1]?.length ?? 0) : 0,
        cells: null,
        apart: apart || bullet !== null,
        bold: BOLD.test(inner),
      });
      apart = false;
    }
  }
  return spanRows(lines).map(withPoint);
}
