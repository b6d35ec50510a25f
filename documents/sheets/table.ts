/** A table as a file takes it: columns with their kind, and cells that are texts, days or whole numbers and nothing else. */
import type { LocalDate } from '../../core/time.ts';

/** text: never read as anything else · date: a day of the calendar · count: a whole number */
export type ColumnKind = 'text' | 'date' | 'count';

export interface Column<Row> {
  readonly kind: ColumnKind;
  readonly head: string;
  /** In characters of half width. */
  readonly width: number;
  readonly of: (row: Row) => Cell;
}

/** A text or a day, a count, or nothing. */
type Cell = string | number | null;

export interface Table {
  /** Of its sheet: at most 31 characters, and none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly title: string;
  /** Under the title: as of when, how many. */
  readonly note: string;
  readonly columns: readonly Omit<Column<never>, 'of'>[];
  readonly rows: readonly (readonly Cell[])[];
  /** Pages side by side that it is printed on; each repeats the first two columns. */
  readonly pagesWide: 1 | 2;
}

export const text = <Row>(head: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  kind: 'text',
  head,
  width,
  of,
});

export const date = <Row>(head: string, of: (row: Row) => LocalDate | null): Column<Row> => ({
  kind: 'date',
  head,
  width: 12,
  of,
});

export const count = <Row>(head: string, of: (row: Row) => number | null): Column<Row> => ({
  kind: 'count',
  head,
  width: 8,
  of,
});

export function tableOf<Row>(
  about: Pick<Table, 'name' | 'title' | 'note'> & Partial<Pick<Table, 'pagesWide'>>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Table {
  return {
    pagesWide: 1,
    ...about,
    columns: columns.map(({ kind, head, width }) => ({ kind, head, width })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}
