/** An XLSX or XLSM file → its visible sheets, one below the other. Formulas are read as the values that were kept with them. */
import { readFormats } from './formats.ts';
import { readSheet, type Counts, type Workbook } from './sheet.ts';
import { readStrings } from './strings.ts';
import { damaged, keepTextWithin, keepWithin } from '../limits.ts';
import { partOf, relationsOf } from '../ooxml/relations.ts';
import { walkXml } from '../xml/walk.ts';
import type { Archive } from '../zip/archive.ts';

interface OpenSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenBook {
  /** Those that are shown, in their order. */
  readonly sheets: readonly OpenSheet[];
  readonly workbook: Workbook;
  readonly is1904: boolean;
  readonly counts: Counts;
}

/** The relations and names of the sheets that are shown, in their order, and the calendar of the workbook. */
function readWorkbook(bytes: Uint8Array): { sheets: readonly { id: string; name: string }[]; is1904: boolean } {
  const sheets: { id: string; name: string }[] = [];
  let is1904 = false;
  walkXml(bytes, 'XLSX', {
    open: (name, attribute) => {
      if (name === 'sheet' && (attribute('state') ?? 'visible') === 'visible')
        sheets.push({ id: attribute('id') ?? '', name: attribute('name') ?? '' });
      else if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    },
  });
  return { sheets, is1904 };
}

/** @param part the main one. @throws UnreadableNotice damaged, doctype, beyond */
export function openBook(archive: Archive, part: string): OpenBook {
  const book = archive.read(part);
  if (book === null) throw damaged('XLSX');
  const { sheets, is1904 } = readWorkbook(book);
  const relations = relationsOf(archive, part, 'XLSX');
  const strings = readStrings(archive.read(partOf(relations, 'sharedStrings', 'xl/sharedStrings.xml')));
  const formats = readFormats(archive.read(partOf(relations, 'styles', 'xl/styles.xml')), is1904);
  let cells = 0;
  let characters = 0;
  return {
    sheets: sheets.flatMap(({ id, name }) => {
      const sheet = relations.find((relation) => relation.id === id && relation.type === 'worksheet');
      const bytes = sheet === undefined ? null : archive.read(sheet.target);
      return bytes === null ? [] : [{ name, bytes }];
    }),
    workbook: { strings, formats },
    is1904,
    counts: {
      cells: (count) => keepWithin('cells', (cells += count)),
      characters: (count) => keepTextWithin((characters += count)),
    },
  };
}

/** @param part the main one. @throws UnreadableNotice damaged, doctype, beyond */
export function readXlsx(archive: Archive, part: string): string {
  const { sheets, workbook, counts } = openBook(archive, part);
  return sheets
    .map(({ bytes }) =>
      readSheet(bytes, workbook, counts)
        .join('\n')
        .replace(/^\n+|\n+$/g, ''),
    )
    .filter((text) => text !== '')
    .join('\n\n');
}
