/** The template of people and units: a sheet for each, or several of one kind, with the heads in whatever order. */
import type { FormNotFound, ReadForm } from './found.ts';
import { tableIn, unreadSheets, type FormRow, type FormTable } from './table.ts';
import { readRow } from './values.ts';
import type { FormColumn } from '../../core/forms/form.ts';
import type { PersonRow, Roster, UnitRow } from '../../core/forms/roster.ts';
import type { BookSheet } from '../readers/xlsx/book.ts';

export const personColumns = [
  'name',
  'email',
  'roles',
  'unit',
  'phone',
  'language',
  'inspectionOffice',
  'chief',
] as const satisfies readonly FormColumn[];
export const unitColumns = ['unitName', 'position', 'liaison'] as const satisfies readonly FormColumn[];

/** Without these a sheet is no list of people, or of units. */
const neededOfPeople: readonly FormColumn[] = ['name', 'email'];
const neededOfUnits: readonly FormColumn[] = ['unitName', 'liaison'];

export function readRoster(book: readonly BookSheet[]): ReadForm<Roster> | FormNotFound {
  const found = book.map((sheet) => ({
    sheet: sheet.name,
    people: tableIn(sheet, neededOfPeople, personColumns),
    units: tableIn(sheet, neededOfUnits, unitColumns),
  }));
  const people = found.flatMap((one) => one.people ?? []);
  const units = found.flatMap((one) => one.units ?? []);
  if (people.length === 0 && units.length === 0) return { needed: neededOfPeople };
  const read = [...rowsOf(people, personOf), ...rowsOf(units, unitOf)];
  return {
    contents: {
      people: read.flatMap(({ row }) => ('email' in row ? [row] : [])),
      units: read.flatMap(({ row }) => ('email' in row ? [] : [row])),
    },
    faults: [...[...people, ...units].flatMap(({ faults }) => faults), ...read.flatMap(({ faults }) => faults)],
    ignored: [...unreadSheets(book, [...people, ...units]), ...[...people, ...units].flatMap(({ ignored }) => ignored)],
  };
}

const rowsOf = <Row>(tables: readonly FormTable[], of: (row: FormRow) => Row): Row[] =>
  tables.flatMap(({ rows }) => rows.map(of));

function personOf(row: FormRow) {
  const cells = readRow(row);
  const read: PersonRow = {
    place: row.place,
    faulty: cells.faulty,
    email: cells.email('email'),
    name: cells.name('name', 100),
    roles: cells.roles('roles'),
    unit: cells.name('unit', 100),
    phone: cells.phone('phone', 50),
    locale: cells.language('language'),
    isChief: cells.yesOrNo('chief'),
    inInspectionOffice: cells.yesOrNo('inspectionOffice'),
  };
  return { row: read, faults: cells.faults };
}

function unitOf(row: FormRow) {
  const cells = readRow(row);
  const read: UnitRow = {
    place: row.place,
    faulty: cells.faulty,
    name: cells.name('unitName', 100),
    position: cells.count('position'),
    liaison: cells.name('liaison', 254),
  };
  return { row: read, faults: cells.faults };
}
