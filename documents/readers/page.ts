/**
 * What every reader writes on: paragraphs and tables, one within the other, become the lines of a text. A row of a table is
 * one line with tabs between its cells, as Excel copies it.
 */
import { keepTextWithin, keepWithin } from './limits.ts';

export interface Page {
  /** A paragraph; breaks within it begin further lines. */
  readonly paragraph: (text: string) => void;
  /** A line with nothing between it and the one before. */
  readonly line: (text: string) => void;
  readonly openTable: () => void;
  readonly openRow: () => void;
  /** @param columns and @param rows that the cell covers, 1 for one that covers no other */
  readonly openCell: (columns: number, rows: number) => void;
  readonly closeCell: () => void;
  readonly closeRow: (isKept: boolean) => void;
  readonly closeTable: () => void;
  readonly text: () => string;
}

interface Line {
  readonly text: string;
  readonly isRow: boolean;
  readonly isApart: boolean;
}

interface Table {
  rows: (readonly Line[])[][];
  row: (readonly Line[])[];
  /** For each column how many more rows the cell above covers. */
  covered: number[];
}

/** As Excel writes a cell to the clipboard: quoted where it holds what separates cells and rows. */
const cellOf = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const rowOf = (cells: readonly string[]): string => cells.map(cellOf).join('\t');

const textIn = (cell: readonly Line[]): string => cell.map(({ text }) => text).join('\n');

/** One column, or tables within: it holds a layout, and what is in it reads as text. */
const isLayout = ({ rows }: Table): boolean =>
  rows.every((row) => row.length <= 1) || rows.some((row) => row.some((cell) => cell.some(({ isRow }) => isRow)));

function linesOf(table: Table): readonly Line[] {
  if (isLayout(table)) return table.rows.flat(2);
  return table.rows.map((row, at) => ({ text: rowOf(row.map(textIn)), isRow: true, isApart: at === 0 }));
}

export function newPage(): Page {
  const top: Line[] = [];
  const tables: Table[] = [];
  /** The cells that are open, the innermost last; null between cells. */
  const places: (Line[] | null)[] = [top];
  let written = 0;
  let cells = 0;
  const write = (text: string, isApart: boolean): void => {
    written += text.length;
    keepTextWithin(written);
    // What stands in a table and in no cell, such as its caption, stands before it.
    const place = places.findLast((cell) => cell !== null);
    for (const [at, line] of text.split('\n').entries())
      if (line.trim() !== '') place?.push({ text: line.trimEnd(), isRow: false, isApart: isApart && at === 0 });
  };
  const countCells = (count: number): void => {
    cells += count;
    keepWithin('cells', cells);
  };
  /** Places that cells of rows above cover are empty ones. */
  const passCovered = (table: Table): void => {
    for (
      let left = table.covered[table.row.length];
      left !== undefined && left > 0;
      left = table.covered[table.row.length]
    ) {
      table.covered[table.row.length] = left - 1;
      table.row.push([]);
      countCells(1);
    }
  };
  return {
    paragraph: (text) => write(text, true),
    line: (text) => write(text, false),
    openTable: () => {
      tables.push({ rows: [], row: [], covered: [] });
      places.push(null);
    },
    openRow: () => {
      const table = tables.at(-1);
      if (table !== undefined) table.row = [];
    },
    openCell: (columns, rows) => {
      const table = tables.at(-1);
      if (table === undefined) return;
      passCovered(table);
      const cell: Line[] = [];
      for (let column = 0; column < columns; column += 1) {
        keepWithin('columns', table.row.length + 1);
        table.covered[table.row.length] = rows - 1;
        table.row.push(column === 0 ? cell : []);
      }
      countCells(columns);
      places.push(cell);
    },
    closeCell: () => {
      if (places.length > 1 && places.at(-1) !== null) places.pop();
    },
    closeRow: (isKept) => {
      const table = tables.at(-1);
      if (table === undefined) return;
      passCovered(table);
      if (isKept && table.row.length > 0) table.rows.push(table.row);
      table.row = [];
    },
    closeTable: () => {
      const table = tables.pop();
      if (table === undefined) return;
      places.pop();
      const place = places.at(-1) ?? top;
      for (const line of linesOf(table)) place.push(line);
    },
    text: () =>
      top
        .map(({ text, isApart }, at) => (isApart && at > 0 ? `\n${text}` : text))
        .join('\n')
        .trim(),
  };
}
