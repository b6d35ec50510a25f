/** Finds a template in a workbook that people have worked with: by its heads, wherever they stand and in whatever order. */
import { plainHead, typedHeads } from './typed.ts';
import { templateWords } from './words.ts';
import { faultAt, type FormColumn, type FormFault, type FormPlace } from '../../core/forms/form.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { locales } from '../../core/locale.ts';
import type { BookCell, BookRow, BookSheet } from '../readers/xlsx/book.ts';
import { lettersOf } from '../readers/xlsx/sheet.ts';
import { keepWithin } from '../readers/limits.ts';

export interface FormRow {
  readonly place: FormPlace;
  /** Null where the column is not there or the cell is empty. */
  readonly cell: (head: FormColumn) => BookCell | null;
}

export interface FormTable {
  readonly sheet: string;
  /** What stands above the heads, row by row. */
  readonly above: readonly string[];
  /** Those that hold something and are no sample. */
  readonly rows: readonly FormRow[];
  readonly faults: readonly FormFault[];
  /** Heads that no column of the template has. */
  readonly ignored: readonly string[];
}

/** Titles and notes stand above a table, never more. */
const mostAbove = 50;

/** @param needed the heads without which a sheet is none of this template. @param known all of its heads */
export function tableIn(
  sheet: BookSheet,
  needed: readonly FormColumn[],
  known: readonly FormColumn[],
): FormTable | null {
  const names = namesOf(known);
  const headRow = sheet.rows.slice(0, mostAbove).find((row) => {
    const found = headsOf(row, names).map(({ head }) => head);
    return needed.every((head) => found.includes(head));
  });
  if (headRow === undefined) return null;
  const at = sheet.rows.indexOf(headRow);
  const heads = headsOf(headRow, names);
  const places = new Map<FormColumn, number>();
  const twice = heads.filter(({ head, column }) => {
    if (head === null) return false;
    if (places.has(head)) return true;
    places.set(head, column);
    return false;
  });
  const columns = Object.fromEntries([...places].map(([head, column]) => [head, lettersOf(column)]));
  const placeOf = ({ number }: BookRow): FormPlace => ({ sheet: sheet.name, row: number, columns });
  const rows = sheet.rows
    .slice(at + 1)
    .map((row): FormRow => ({ place: placeOf(row), cell: (head) => cellIn(row, places.get(head)) }))
    .filter(({ cell }) => known.some((head) => cell(head)?.isCovered === false))
    .filter(({ cell }) => !known.some((head) => isSample(cell(head)?.text ?? '')));
  keepWithin('rows', rows.length);
  return {
    sheet: sheet.name,
    above: sheet.rows.slice(0, at).map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' ')),
    rows,
    faults: twice.map(({ head, column }) => ({
      ...faultAt(placeOf(headRow), head, { code: 'columnTwice' }),
      column: lettersOf(column),
    })),
    ignored: heads.filter(({ head }) => head === null).map(({ text }) => text),
  };
}

/** Sheets that hold something and were not read, but for the one that explains a template. */
export function unreadSheets(book: readonly BookSheet[], read: readonly FormTable[]): string[] {
  const guides = locales.map((locale) => templateWords(locale).guide);
  return book
    .filter(({ rows }) => rows.some(({ cells }) => cells.size > 0))
    .map(({ name }) => name)
    .filter((name) => !guides.includes(name) && !read.some(({ sheet }) => sheet === name));
}

function namesOf(known: readonly FormColumn[]): ReadonlyMap<string, FormColumn> {
  const ours = (head: FormColumn): string[] => locales.map((locale) => catalogue(locale).formHeads[head]);
  return new Map(known.flatMap((head) => [...ours(head), ...typedHeads[head]].map((name) => [plainHead(name), head])));
}

interface Head {
  readonly column: number;
  readonly text: string;
  readonly head: FormColumn | null;
}

const headsOf = ({ cells }: BookRow, names: ReadonlyMap<string, FormColumn>): Head[] =>
  [...cells].map(([column, { text }]) => ({ column, text, head: names.get(plainHead(text)) ?? null }));

function cellIn({ cells }: BookRow, column: number | undefined): BookCell | null {
  const cell = column === undefined ? undefined : cells.get(column);
  return cell === undefined || (cell.text === '' && !cell.isUnread) ? null : cell;
}

/** A template shows in one row how it is filled in. */
const isSample = (text: string): boolean =>
  locales.some((locale) => text.normalize('NFKC').startsWith(catalogue(locale).formWords.sample.normalize('NFKC')));
