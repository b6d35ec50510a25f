/** One sheet → its rows as Excel copies them: shown values, tabs between cells (ECMA-376 Part 1, §18.3). */
import type { Formats } from './formats.ts';
import { unescaped } from './strings.ts';
import { keepWithin } from '../limits.ts';
import { rowOf } from '../page.ts';
import { walkXml, type Attributes } from '../xml/walk.ts';

export interface Cell {
  /** As it is shown. */
  readonly text: string;
  /** As the file has it; null for what is no number. */
  readonly serial: number | null;
  /** An error, or a formula whose value was not kept. */
  readonly isUnread: boolean;
}

interface Row {
  /** From 0. */
  readonly number: number;
  readonly isHidden: boolean;
  /** By their columns, from 0; those that hold something. */
  readonly cells: Map<number, Cell>;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** B12 → column 1, row 11. Null for what is no reference. */
function placeOf(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) - 1 };
}

function rangeOf(reference: string): Range | null {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return first === null || last === null
    ? null
    : { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

export interface Workbook {
  readonly strings: readonly string[];
  readonly formats: Formats;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  isFormula: boolean;
}

function shown({ type, value, style }: OpenCell, { strings, formats }: Workbook): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n') return formats.show(value, style);
  return unescaped(value);
}

const isTrue = (attribute: Attributes, name: string): boolean => ['1', 'true'].includes(attribute(name) ?? '');

/** The columns between the first and the last that hold something, without the hidden ones. */
function columnsOf(rows: readonly Row[], hidden: readonly Range[]): number[] {
  let last = -1;
  for (const { cells } of rows) for (const [column, { text }] of cells) if (text !== '') last = Math.max(last, column);
  keepWithin('columns', last + 1);
  return Array.from({ length: last + 1 }, (_, column) => column).filter(
    (column) => !hidden.some(({ left, right }) => column >= left && column <= right),
  );
}

/** Merged cells show the value of their first; what others still hold is seen by nobody. */
function dropCovered({ rows, merged }: SheetCells, counts: Counts): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? -1;
  for (const { top, left, bottom, right } of merged)
    for (let number = top; number <= Math.min(bottom, last); number += 1) {
      counts.cells(1);
      const cells = byNumber.get(number)?.cells;
      for (const column of cells?.keys() ?? [])
        if (column >= left && column <= right && (number > top || column > left)) cells?.delete(column);
    }
}

/** What a workbook has so far; each throws where it is too much. */
export interface Counts {
  readonly cells: (count: number) => void;
  readonly characters: (count: number) => void;
}

export interface SheetCells {
  readonly rows: readonly Row[];
  readonly merged: readonly Range[];
  /** Columns that are not shown. */
  readonly hidden: readonly Range[];
}

export function readCells(bytes: Uint8Array, workbook: Workbook, counts: Counts): SheetCells {
  const rows: Row[] = [];
  const merged: Range[] = [];
  const hidden: Range[] = [];
  let row: Row | null = null;
  let cell: OpenCell | null = null;
  let isValue = false;
  let column = 0;
  let number = -1;

  const openRow = (attribute: Attributes): void => {
    const given = Number(attribute('r'));
    number = Number.isInteger(given) && given > 0 ? given - 1 : number + 1;
    column = 0;
    row = { number, isHidden: isTrue(attribute, 'hidden'), cells: new Map() };
    rows.push(row);
  };
  const openCell = (attribute: Attributes): void => {
    column = placeOf(attribute('r') ?? '')?.column ?? column;
    const type = attribute('t') ?? 'n';
    cell = { column, type, style: Number(attribute('s') ?? 0), value: '', isFormula: false };
    column += 1;
  };
  const closeCell = (): void => {
    if (cell === null) return;
    const { type, value, isFormula } = cell;
    const text = shown(cell, workbook).trimEnd();
    const isUnread = type === 'e' || (isFormula && value === '');
    if (text !== '' || isUnread) {
      counts.cells(1);
      const serial = type === 'n' && value.trim() !== '' ? Number(value) : null;
      row?.cells.set(cell.column, { text, serial, isUnread });
    }
    cell = null;
  };

  walkXml(bytes, 'XLSX', {
    open: (name, attribute) => {
      if (name === 'row') openRow(attribute);
      else if (name === 'c') openCell(attribute);
      else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'f' && cell !== null) cell.isFormula = true;
      else if (name === 'mergeCell') {
        const range = rangeOf(attribute('ref') ?? '');
        if (range !== null) merged.push(range);
        counts.cells(1);
      } else if (name === 'col' && isTrue(attribute, 'hidden'))
        hidden.push({ top: 0, bottom: 0, left: Number(attribute('min')) - 1, right: Number(attribute('max')) - 1 });
      return name === 'rPh' || name === 'f' ? 'skip' : undefined;
    },
    text: (text) => {
      if (isValue && cell !== null) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') closeCell();
    },
  });
  return { rows, merged, hidden };
}

export function readSheet(bytes: Uint8Array, workbook: Workbook, counts: Counts): string[] {
  const all = readCells(bytes, workbook, counts);
  const { merged, hidden } = all;
  const rows = all.rows.filter(({ isHidden }) => !isHidden);
  dropCovered({ rows, merged, hidden }, counts);
  const columns = columnsOf(rows, hidden.slice(0, 1000));
  return rows.map(({ cells }) => {
    const text = rowOf(columns.map((at) => cells.get(at)?.text ?? ''));
    counts.characters(text.length);
    return text.trim() === '' ? '' : text;
  });
}

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : lettersOf(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
