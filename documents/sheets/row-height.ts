/**
 * How high a row must be for all that its cells say. A program that opens a workbook need not work it out, and some do not: they show
 * one line of each cell, and print that.
 */
import type { Table } from './table.ts';

/** Of one line of 10 points, and around all lines, in points; and of the highest row that Excel has. */
const [lineHeight, around, highest] = [14.5, 3, 409];

type Widths = readonly Pick<Table['columns'][number], 'width'>[];

export function rowHeight(cells: Table['rows'][number], columns: Widths): number {
  let lines = 1;
  for (const [at, cell] of cells.entries()) {
    const width = columns[at]?.width;
    if (typeof cell !== 'string' || width === undefined) continue;
    // Most cells are short: these are not looked through.
    if (2 * cell.length <= width - 1 && !cell.includes('\n')) continue;
    lines = Math.max(lines, linesOf(cell, width));
  }
  return Math.min(highest, lines * lineHeight + around);
}

/** @param width in characters of half width */
export function linesOf(said: string, width: number): number {
  // A cell keeps a little room at its sides.
  const room = width - 1;
  return said.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** Chinese signs are as wide as two Latin ones; words of these are not broken, and leave room at the end of a line. */
function widthOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at += 1) width += line.charCodeAt(at) < 0x2000 ? 1.15 : 2;
  return width;
}
