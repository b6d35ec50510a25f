/**
 * Tables as an XLSX workbook: widths, a filter, head rows that stay, A4 landscape with the head repeated on each page and
 * its number at the foot.
 *
 * No cell can become a formula: a text is written as a string and its cell has the format Text, so that it stays one when
 * somebody edits it. Written in memory: the writer that streams knows neither filters nor print set-up.
 */
import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { linesOf, rowHeight } from './row-height.ts';
import { sheetWords } from './words.ts';
import type { ColumnKind, Table } from './table.ts';
import type { Locale } from '../../core/locale.ts';
import type { Instant } from '../../core/time.ts';

/** Title, note, heads. */
const headRows = 3;

/** Of Excel; a longer text makes the file unreadable. */
const mostCharacters = 32_767;

const fonts: Readonly<Record<Locale, string>> = { 'zh-CN': 'SimSun', en: 'Calibri' };
const dayFormats: Readonly<Record<Locale, string>> = { 'zh-CN': 'yyyy-mm-dd', en: 'd mmm yyyy' };

export async function workbook(tables: readonly Table[], locale: Locale, asOf: Instant): Promise<Uint8Array> {
  const made = new Date(asOf);
  return writeXlsx({
    sheets: tables.map((table) => sheetOf(table, locale)),
    defaultFont: { name: fonts[locale], size: 10 },
    namedRanges: tables.map((table) => ({ name: '_xlnm.Print_Titles', range: repeated(table), scope: table.name })),
    properties: { title: tables[0]?.title ?? '', created: made, modified: made },
    // A text written where it stands is found in its cell by whoever looks into the file, and written faster.
    stringMode: 'inline',
  });
}

function sheetOf(table: Table, locale: Locale): WriteSheet {
  const { columns, rows } = table;
  const styles = stylesOf(locale);
  const heads = columns.map(({ head }) => head);
  const last = letterOf(columns.length);
  const styled = [
    ['0,0', { value: plain(table.title), type: 'string', style: styles.title }] as const,
    ['1,0', { value: plain(table.note), type: 'string', style: styles.note }] as const,
    ...heads.map((head, index) => [`2,${index}`, { value: head, type: 'string', style: styles.head }] as const),
  ];
  return {
    name: table.name,
    columns: columns.map(({ width, kind }) => ({ width, style: styles[kind] })),
    rows: [
      [plain(table.title)],
      [plain(table.note)],
      heads,
      ...rows.map((row) => row.map((cell, index) => valueOf(cell, columns[index]?.kind))),
    ],
    cells: new Map(styled),
    // Title and note stand over several columns, not in the first.
    merges: [0, 1].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: titleColumns(table) - 1 })),
    rowDefs: new Map(heightsOf(table).map((height, row) => [row, { height }])),
    autoFilter: { range: `A${headRows}:${last}${headRows + rows.length}` },
    freezePane: { rows: headRows, columns: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: table.pagesWide,
      // As many pages one below the other as it takes.
      fitToHeight: 0,
      showGridLines: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${sheetWords(locale).page('&P', '&N')}` },
  };
}

/** Of the whole table, or of those that stand on every page beside the others. */
const titleColumns = ({ pagesWide, columns }: Table): number => (pagesWide > 1 ? 2 : columns.length);

/** How much wider a character of the title is. */
const titleSize = 1.4;

/** In points, row by row. */
function heightsOf(table: Table): number[] {
  const { title, note, columns, rows } = table;
  const width = columns.slice(0, titleColumns(table)).reduce((sum, column) => sum + column.width, 0);
  const heads = columns.map(({ head }) => head);
  return [
    linesOf(title, width / titleSize) * 24,
    linesOf(note, width) * 15,
    rowHeight(heads, columns) + 3,
    ...rows.map((row) => rowHeight(row, columns)),
  ];
}

/** Head rows above and, where pages stand side by side, the first two columns beside each. */
function repeated({ name, pagesWide }: Table): string {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  return [...(pagesWide > 1 ? [`${sheet}$A:$B`] : []), `${sheet}$1:$${headRows}`].join(',');
}

type Styles = Readonly<Record<ColumnKind | 'title' | 'note' | 'head', CellStyle>>;

function stylesOf(locale: Locale): Styles {
  const font = { name: fonts[locale], size: 10 };
  const top = { vertical: 'top' as const };
  return {
    title: { font: { ...font, size: 14, bold: true }, numFmt: '@', alignment: { vertical: 'center', wrapText: true } },
    note: { font, numFmt: '@', alignment: { ...top, wrapText: true } },
    head: {
      font: { ...font, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } },
      alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
      numFmt: '@',
    },
    // In the workbook's own font, and within printed grid lines instead of borders: of these there are hundreds of thousands.
    text: { alignment: { ...top, wrapText: true }, numFmt: '@' },
    date: { alignment: { ...top, horizontal: 'center' }, numFmt: dayFormats[locale] },
    count: { alignment: { ...top, horizontal: 'center' }, numFmt: '0' },
  };
}

function valueOf(cell: Table['rows'][number][number], kind: ColumnKind | undefined): CellValue {
  if (typeof cell !== 'string') return cell;
  return kind === 'date' ? new Date(`${cell}T00:00:00.000Z`) : plain(cell);
}

/** A text as a cell holds it: no signs that XML has no place for, none that a reader takes for an escape, none too many. */
function plain(said: string): string {
  const clean = odd.test(said) ? cleaned(said) : said;
  return clean.length <= mostCharacters
    ? clean
    : `${clean.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// eslint-disable-next-line no-control-regex -- XML 1.0 knows none of these
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Most texts have nothing of it. */
const odd = new RegExp(`\r|${unwritable.source}|${escapes.source}`);

const cleaned = (said: string): string =>
  said.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll(unwritable, '').replaceAll(escapes, '_x005F_');

/** A for the first, AA for the 27th. */
function letterOf(position: number): string {
  const rest = Math.floor((position - 1) / 26);
  return `${rest === 0 ? '' : letterOf(rest)}${String.fromCharCode(65 + ((position - 1) % 26))}`;
}
