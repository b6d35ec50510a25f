/** Workbooks for tests, part by part. */
import { blocksOf } from './markdown.ts';
import { xmlText, zipped } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface SheetParts {
  /** What stands in sheetData. */
  readonly rows: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
}

export interface XlsxParts {
  readonly sheets: readonly SheetParts[];
  /** Items of the shared strings, as XML. */
  readonly strings?: readonly string[];
  readonly styles?: string;
  readonly workbook?: string;
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (all: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;

export const xlsx = ({ sheets, strings = [], styles = '', workbook = '' }: XlsxParts): Uint8Array =>
  zipped({
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}">${workbook}<sheets>${sheets
      .map(
        ({ state }, at) =>
          `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation('t', 'sharedStrings', '/xl/sharedStrings.xml') +
        relation('y', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `${head}<sst ${main}>${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${head}<styleSheet ${main}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${head}<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  });

export const inline = (text: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
export const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** Rows of texts and numbers, each at its place; null leaves a cell out. */
export const grid = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((cells, at) => {
      const written = cells.map((cell, column) => {
        const place = `r="${String.fromCharCode(65 + column)}${at + 1}"`;
        if (cell === null) return '';
        return typeof cell === 'number' ? `<c ${place}><v>${cell}</v></c>` : inline(cell).replace('<c', `<c ${place}`);
      });
      return `<row r="${at + 1}">${written.join('')}</row>`;
    })
    .join('');

/** A list as offices keep it: one line of the notice in each row. */
export const xlsxOf = (markdown: string): Uint8Array =>
  xlsx({
    sheets: [
      {
        rows: blocksOf(markdown)
          .map(({ text }) => row(inline(text)))
          .join(''),
      },
    ],
  });
