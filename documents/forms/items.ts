/**
 * The template of findings with their measures and who answers for them. A row without a finding of its own, or with one that
 * is merged over it, holds a further measure of the finding above.
 */
import type { FormNotFound, ReadForm } from './found.ts';
import { tableIn, unreadSheets, type FormRow } from './table.ts';
import { readRow } from './values.ts';
import { faultAt, type FormColumn, type FormFault } from '../../core/forms/form.ts';
import type { ItemRow, ItemsForm } from '../../core/forms/items.ts';
import type { BookSheet } from '../readers/xlsx/book.ts';

export const itemColumns = [
  'number',
  'part',
  'finding',
  'immediate',
  'measures',
  'responsibleUnit',
  'handler',
  'leadLeader',
  'supportingUnits',
  'itemDue',
] as const satisfies readonly FormColumn[];

/** What no list of another kind has side by side. */
const needed: readonly FormColumn[] = ['finding', 'measures', 'responsibleUnit', 'handler', 'leadLeader'];

export function readItems(book: readonly BookSheet[]): ReadForm<ItemsForm> | FormNotFound {
  const tables = book.flatMap((sheet) => tableIn(sheet, needed, itemColumns) ?? []);
  if (tables.length === 0) return { needed };
  const faults: FormFault[] = tables.flatMap((table) => table.faults);
  const rows: ItemRow[] = [];
  for (const table of tables) {
    let above: ItemRow | null = null;
    for (const row of table.rows) {
      const read = itemOf(row, above);
      faults.push(...read.faults);
      if (read.row === null) continue;
      if (read.row.place === above?.place) rows.pop();
      rows.push((above = read.row));
    }
  }
  const [title = null] = tables[0]?.above ?? [];
  return {
    contents: { title: title === null || title.trim() === '' ? null : title.trim().slice(0, 200), rows },
    faults,
    ignored: [...unreadSheets(book, tables), ...tables.flatMap(({ ignored }) => ignored)],
  };
}

/** A new item, or the one above with a further measure; none where the row is neither. */
function itemOf(row: FormRow, above: ItemRow | null): { row: ItemRow | null; faults: readonly FormFault[] } {
  const cells = readRow(row);
  const isFurther = row.cell('finding')?.isCovered ?? true;
  const measures = row.cell('measures')?.isCovered === true ? [] : linesOf(cells.text('measures', 1, 20_000));
  if (isFurther) {
    if (above === null || measures.length === 0)
      return { row: null, faults: [...cells.faults, faultAt(row.place, 'finding', { code: 'missing' })] };
    return { row: { ...above, measures: [...above.measures, ...measures] }, faults: cells.faults };
  }
  const read: ItemRow = {
    place: row.place,
    faulty: cells.faulty,
    number: cells.name('number', 50),
    part: cells.name('part', 500) ?? above?.part ?? null,
    title: cells.text('finding', 2, 1000),
    isImmediate: cells.yesOrNo('immediate') ?? false,
    measures,
    unit: cells.name('responsibleUnit', 100),
    handler: cells.name('handler', 254),
    leadLeader: cells.name('leadLeader', 254),
    supportingUnits: cells.several('supportingUnits', 500),
    dueOn: cells.date('itemDue'),
  };
  return { row: read, faults: cells.faults };
}

/** One measure a line, without the number before it. */
const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[(（]?\d{1,2}[)）.．、](?!\d)\s*/, '').trim())
    .filter((line) => line !== '');
