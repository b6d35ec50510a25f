/** Rows of tables: Markdown rows, and rows with tabs as a sheet gives them, whose quoted cells may hold line breaks. */
import { leadingLabel } from '../words/labels.ts';
import { isWholeMark } from '../words/marks.ts';

/** A line break inside a quoted cell while its row is one line. */
const BREAK = '\u2028';

/** A cell is never longer than so many lines; a quotation mark without its pair is one of the text. */
const LONGEST_CELL = 200;

const hasOdd = (text: string): boolean => (text.split('"').length - 1) % 2 === 1;

/** A line of the source and its number, 1 for the first. */
export interface SourceLine {
  readonly text: string;
  readonly at: number;
}

/** The lines with every row in one: a row whose cell breaks off in quotation marks goes on to the line that closes it. */
export function joinRows(lines: readonly string[]): SourceLine[] {
  const odd = lines.map((line) => line.includes('"') && hasOdd(line));
  const closes = new Int32Array(lines.length + 1).fill(-1);
  for (let at = lines.length - 1; at >= 0; at--) closes[at] = odd[at] === true ? at : (closes[at + 1] ?? -1);
  const rows: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    // Blank lines part as much as one does, and a file may hold millions.
    if (line === '' && rows.at(-1)?.text === '') continue;
    const end = odd[at] === true && /(?:^|\t)\s*"/.test(line) ? (closes[at + 1] ?? -1) : -1;
    const closing = end > at && end - at <= LONGEST_CELL && /"\s*(?:\t|$)/.test(lines[end] ?? '');
    const whole = closing ? lines.slice(at, end + 1).join(BREAK) : line;
    const isRowOfMany = closing && whole.includes('\t');
    rows.push({ text: isRowOfMany ? whole : line, at: at + 1 });
    if (isRowOfMany) at = end;
  }
  return rows;
}

const unquoted = (cell: string): string => {
  const inner = /^\s*"([^]*)"\s*$/.exec(cell)?.[1];
  return (inner === undefined ? cell : inner.replaceAll('""', '"')).replaceAll(BREAK, '\n');
};

/** The cells of a line with tabs; a tab inside quotation marks parts none. */
function splitTabs(raw: string): string[] {
  const cells: string[] = [];
  let open: string[] = [];
  for (const piece of raw.split('\t')) {
    if (open.length > 0 || (/^\s*"/.test(piece) && hasOdd(piece))) {
      open.push(piece);
      if (open.length === 1 || !hasOdd(piece)) continue;
      cells.push(open.join(' '));
      open = [];
    } else cells.push(piece);
  }
  return [...cells, ...open].map(unquoted);
}

const DATE_BEHIND = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发)?$/;

/** The table above a line: how many cells its rows have, and whether its last row is the line right above. */
export interface Table {
  readonly width: number;
  readonly adjacent: boolean;
}

const isLabel = (cell: string): boolean => leadingLabel(`${cell.trim()}：`)?.rest === '';

/** 责任领导 | 张某 | 完成时限 | 9月: labels and what they say by turns, as no head of a table has them. */
const areLabelled = (cells: readonly string[]): boolean =>
  cells.length % 2 === 0 &&
  cells.every((cell, at) => (at % 2 === 0 ? isLabel(cell) : cell.trim() !== '' && !isLabel(cell)));

/** A tab after an automatic number, a label or a name is a blank; only cells side by side are a row. */
function isRow(cells: readonly string[], table: Table | null): boolean {
  const full = cells.filter((cell) => cell.trim() !== '');
  const [first, second] = full;
  if (table !== null && table.width === cells.length && (table.adjacent || table.width > 2)) return true;
  if (areLabelled(cells)) return false;
  if (first === undefined || second === undefined) return false;
  if (full.length === 2 && (isWholeMark(first) || DATE_BEHIND.test(second))) return false;
  if (table?.adjacent === true) return true;
  // The first row of a table is its head: names without stops.
  return !/[：:]\s*$/.test(first) && !full.some((cell) => /[。；]/.test(cell));
}

/** 序号|问题|措施 without bars at its ends, or with blanks that set it in columns: its head has a column of numbers. */
function looseCells(raw: string, table: Table | null): string[] | null {
  const parting = raw.includes('|') ? /\s*\|\s*/ : / {2,}/;
  const cells = raw.split(parting);
  if (cells.length < 3) return null;
  const goesOn = table !== null && table.adjacent && table.width === cells.length;
  return goesOn || /^(?:序号|编号)$/.test(cells[0] ?? '') ? cells : null;
}

/** The cells of a row, null where the line is text. */
export function cellsOf(raw: string, table: Table | null): string[] | null {
  if (/^\|.*\|$/.test(raw)) {
    const cells = raw.slice(1, -1).split(/(?<!\\)\|/);
    return cells.every((cell) => /^\s*:?-{1,}:?\s*$/.test(cell)) ? [] : cells;
  }
  if (!raw.includes('\t')) return looseCells(raw, table);
  const cells = splitTabs(raw);
  return isRow(cells, table) ? cells : null;
}

/** A line with tabs that is no row, as text. A number that a word processor set has its point only on the screen. */
export function withoutTabs(raw: string): string {
  const text = raw.trim();
  if (!text.includes('\t')) return text;
  const cells = splitTabs(text);
  if (areLabelled(cells))
    return cells.map((cell, at) => (at % 2 === 0 ? `${at === 0 ? '' : '\n'}${cell.trim()}：` : cell.trim())).join('');
  return text
    .replace(/^([\d０-９]{1,2})\t\s*(?=\p{L}|[“"《])/u, '$1. ')
    .replace(/^([一二三四五六七八九十]{1,3})\t\s*(?=\p{L}|[“"《])/u, '$1、')
    .replace(/\s*\t\s*/g, ' ');
}
