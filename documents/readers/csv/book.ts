/** A text of comma-separated values as the one sheet of a workbook. */
import { readCsv } from './read.ts';
import type { BookSheet } from '../xlsx/book.ts';

/** Null where the text is no table. @throws UnreadableNotice beyond */
export function bookOfCsv(text: string): readonly BookSheet[] | null {
  const rows = readCsv(text);
  if (rows === null) return null;
  return [
    {
      name: 'CSV',
      rows: rows.map(({ number, cells }) => ({
        number,
        cells: new Map(
          [...cells.entries()]
            .filter(([, text]) => text !== '')
            .map(([column, text]) => [column, { text, day: null, isUnread: false, isCovered: false }]),
        ),
      })),
    },
  ];
}
