/**
 * A workbook → its visible sheets, every cell at its place: what a template is read from. Hidden rows and columns are read, for
 * a filter hides rows that are meant. A cell merged with those below it stands in each of them.
 */
import { dayOf } from './dates.ts';
import { openBook } from './read.ts';
import { readCells, type Cell, type Counts, type SheetCells } from './sheet.ts';
import { keepWithin } from '../limits.ts';
import type { Archive } from '../zip/archive.ts';
import type { LocalDate } from '../../../core/time.ts';

export interface BookCell {
  /** As it is shown, without blanks around it. */
  readonly text: string;
  /** The day that its number would be; null for a text, and for a number that is none. */
  readonly day: LocalDate | null;
  /** An error, or a formula whose value was not kept. */
  readonly isUnread: boolean;
  /** It repeats the cell above, with which it was merged. */
  readonly isCovered: boolean;
}

export interface BookRow {
  /** 1 for the first. */
  readonly number: number;
  /** By their columns, from 0; those that hold something. */
  readonly cells: ReadonlyMap<number, BookCell>;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly BookRow[];
}

/** @param part the main one. @throws UnreadableNotice damaged, doctype, beyond */
export function readBook(archive: Archive, part: string): readonly BookSheet[] {
  const { sheets, workbook, is1904, counts } = openBook(archive, part);
  return sheets.map(({ name, bytes }) => {
    const all = readCells(bytes, workbook, counts);
    const below = filledDown(all, counts);
    const rows = all.rows.map(({ number, cells }) => {
      const shown = new Map<number, BookCell>();
      for (const [column, cell] of [...cells, ...(below.get(number) ?? [])]) {
        keepWithin('columns', column + 1);
        counts.characters(cell.text.length);
        shown.set(column, {
          text: cell.text.trim(),
          day: cell.serial === null ? null : dayOf(cell.serial, is1904),
          isUnread: cell.isUnread,
          isCovered: below.get(number)?.has(column) === true,
        });
      }
      return { number: number + 1, cells: shown };
    });
    return { name, rows };
  });
}

/** By row and column: what the first cell of a merged range says to the rows below it. */
function filledDown({ rows, merged }: SheetCells, counts: Counts): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? -1;
  const filled = new Map<number, Map<number, Cell>>();
  for (const { top, left, bottom } of merged) {
    const first = byNumber.get(top)?.cells.get(left);
    if (first === undefined) continue;
    for (let number = top + 1; number <= Math.min(bottom, last); number += 1) {
      counts.cells(1);
      const cells = filled.get(number) ?? new Map<number, Cell>();
      filled.set(number, cells.set(left, first));
    }
  }
  return filled;
}
