/** The sheet on which a unit says how its items stand. What stood on it before it was filled in tells whose row is whose. */
import type { FormNotFound, ReadForm } from './found.ts';
import { tableIn, unreadSheets, type FormRow } from './table.ts';
import { readRow } from './values.ts';
import type { FormColumn, FormFault } from '../../core/forms/form.ts';
import type { ProgressRow } from '../../core/forms/progress.ts';
import type { BookSheet } from '../readers/xlsx/book.ts';

export const progressColumns = [
  'number',
  'finding',
  'measures',
  'itemDue',
  'progress',
  'isDone',
  'reportedOn',
  'reporter',
  'remark',
] as const satisfies readonly FormColumn[];

/** What no list of another kind has side by side. */
const needed: readonly FormColumn[] = ['number', 'progress', 'reportedOn', 'reporter'];

/** What an act carries at most of one text, in characters. */
const mostCharacters = 4000;

export function readProgress(book: readonly BookSheet[]): ReadForm<readonly ProgressRow[]> | FormNotFound {
  const tables = book.flatMap((sheet) => tableIn(sheet, needed, progressColumns) ?? []);
  if (tables.length === 0) return { needed };
  const faults: FormFault[] = tables.flatMap((table) => table.faults);
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => {
      const read = rowOf(row);
      faults.push(...read.faults);
      return read.row;
    }),
  );
  return {
    contents: rows,
    faults,
    ignored: [...unreadSheets(book, tables), ...tables.flatMap(({ ignored }) => ignored)],
  };
}

function rowOf(row: FormRow): { readonly row: ProgressRow; readonly faults: readonly FormFault[] } {
  const cells = readRow(row);
  const read: ProgressRow = {
    place: row.place,
    faulty: cells.faulty,
    number: cells.name('number', 50),
    finding: cells.text('finding', 0, 1000),
    text: cells.text('progress', 1, mostCharacters),
    isDone: cells.yesOrNo('isDone'),
    reportedOn: cells.date('reportedOn'),
    reporter: cells.name('reporter', 100),
    note: cells.text('remark', 0, mostCharacters),
  };
  return { row: read, faults: cells.faults };
}
