/**
 * A filled-in list of people and units → what changes. A person is known by their address, a unit by its name; an empty cell
 * leaves what is there. The same list again changes nothing.
 */
import { called, isAlike, named, plainName } from './alike.ts';
import { faultAt, type FormChange, type FormColumn, type FormEntry, type FormFault, type FormPlace } from './form.ts';
import type { Role } from '../actor.ts';
import type { Locale } from '../locale.ts';
import type { Person, Unit } from '../people/people.ts';

interface Row {
  readonly place: FormPlace;
  /** Columns whose faults are told already. */
  readonly faulty: readonly FormColumn[];
}

/** Null where the cell is empty or faulty. */
export interface PersonRow extends Row {
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly Role[] | null;
  /** By its name. */
  readonly unit: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly isChief: boolean | null;
  readonly inInspectionOffice: boolean | null;
}

export interface UnitRow extends Row {
  readonly name: string | null;
  readonly position: number | null;
  /** By address, or by a name that only one has. */
  readonly liaison: string | null;
}

export interface Roster {
  readonly people: readonly PersonRow[];
  readonly units: readonly UnitRow[];
}

/** Before, null for what is new, and after. */
export interface Move<Record> {
  readonly before: Record | null;
  readonly after: Record;
}

export interface RosterPlan {
  readonly units: readonly Move<Unit>[];
  readonly people: readonly Move<Person>[];
  readonly entries: readonly FormEntry[];
  readonly faults: readonly FormFault[];
}

export interface KnownRoster {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** An id that nothing has yet. */
export type NewId = (of: 'person' | 'unit') => string;

type Tell = (row: Row, head: FormColumn, problem: FormFault['problem']) => void;

export function rosterPlan({ people, units }: Roster, known: KnownRoster, newId: NewId): RosterPlan {
  const faults: FormFault[] = [];
  const tell: Tell = (row, head, problem) => {
    if (!row.faulty.includes(head)) faults.push(faultAt(row.place, head, problem));
  };
  const unitMoves = movesOfUnits(units, known, newId, tell);
  const allUnits = afterwards(known.units, unitMoves);
  const peopleMoves = movesOfPeople(people, { people: known.people, units: allUnits }, newId, tell);
  const allPeople = afterwards(known.people, peopleMoves);
  const led = unitMoves.map((move) => withLiaison(move, allPeople, tell));
  const demoted = peopleMoves.find(({ before, after }) => before !== null && isAdmin(before) && !isAdmin(after));
  if (demoted !== undefined && !allPeople.some(isAdmin)) tell(demoted.row, 'roles', { code: 'lastAdmin' });
  return { units: led, people: peopleMoves, entries: entriesOf(led, peopleMoves, allPeople, allUnits), faults };
}

type MoveOf<R extends Row, Record> = Move<Record> & { readonly row: R };

function movesOfUnits(rows: readonly UnitRow[], known: KnownRoster, newId: NewId, tell: Tell): MoveOf<UnitRow, Unit>[] {
  const last = Math.max(0, ...known.units.map(({ position }) => position));
  return onlyOnce(rows, 'unitName', ({ name }) => name, tell).map(({ row, key }, index) => {
    const [before = null, ...others] = named(known.units, key);
    if (others.length > 0) tell(row, 'unitName', { code: 'ambiguous', what: 'unit', given: key });
    const after: Unit = {
      id: before?.id ?? newId('unit'),
      name: before?.name ?? key,
      position: row.position ?? before?.position ?? last + index + 1,
      liaisonId: before?.liaisonId ?? null,
    };
    return { row, before, after };
  });
}

function movesOfPeople(
  rows: readonly PersonRow[],
  known: KnownRoster,
  newId: NewId,
  tell: Tell,
): MoveOf<PersonRow, Person>[] {
  return onlyOnce(rows, 'email', ({ email }) => email, tell).map(({ row, key }) => {
    const before = known.people.find(({ email }) => isAlike(email, key)) ?? null;
    if (before?.hasLeft === true) tell(row, 'email', { code: 'hasLeft', given: before.name });
    if (before === null && row.name === null) tell(row, 'name', { code: 'missing' });
    if (before === null && row.roles === null) tell(row, 'roles', { code: 'missing' });
    const [unit, ...others] = row.unit === null ? [] : named(known.units, row.unit);
    if (row.unit !== null && unit === undefined) tell(row, 'unit', { code: 'unknown', what: 'unit', given: row.unit });
    if (row.unit !== null && others.length > 0) tell(row, 'unit', { code: 'ambiguous', what: 'unit', given: row.unit });
    const after: Person = {
      id: before?.id ?? newId('person'),
      name: row.name ?? before?.name ?? key,
      email: before?.email ?? key,
      roles: rolesOf(row.roles, before?.roles ?? []),
      locale: row.locale ?? before?.locale ?? 'zh-CN',
      unitId: unit?.id ?? before?.unitId ?? null,
      phone: row.phone ?? before?.phone ?? null,
      isChief: row.isChief ?? before?.isChief ?? false,
      inInspectionOffice: row.inInspectionOffice ?? before?.inInspectionOffice ?? false,
      hasLeft: before?.hasLeft ?? false,
    };
    if (row.unit === null && after.unitId === null && after.roles.includes('staff'))
      tell(row, 'unit', { code: 'staffWithoutUnit' });
    return { row, before, after };
  });
}

/** The liaison may be somebody of the same file. */
function withLiaison(move: MoveOf<UnitRow, Unit>, people: readonly Person[], tell: Tell): MoveOf<UnitRow, Unit> {
  const { row, after } = move;
  const { liaison } = row;
  if (liaison === null) return move;
  const [only, ...others] = called(people, liaison);
  if (only !== undefined && others.length === 0 && !only.hasLeft)
    return { ...move, after: { ...after, liaisonId: only.id } };
  if (only === undefined) tell(row, 'liaison', { code: 'unknown', what: 'person', given: liaison });
  else if (others.length > 0) tell(row, 'liaison', { code: 'ambiguous', what: 'person', given: liaison });
  else tell(row, 'liaison', { code: 'hasLeft', given: only.name });
  return move;
}

/** A row without its key, or with one that a row above has, is told and left out. */
function onlyOnce<One extends Row>(
  rows: readonly One[],
  head: FormColumn,
  keyOf: (row: One) => string | null,
  tell: Tell,
): { readonly row: One; readonly key: string }[] {
  const first = new Map<string, One>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    if (key === null) {
      tell(row, head, { code: 'missing' });
      return [];
    }
    const above = first.get(plainName(key));
    if (above === undefined) {
      first.set(plainName(key), row);
      return [{ row, key }];
    }
    tell(row, head, { code: 'twice', given: key, sheet: above.place.sheet, row: above.place.row });
    return [];
  });
}

const isAdmin = ({ roles, hasLeft }: Person): boolean => roles.includes('admin') && !hasLeft;

/** The same roles in another order are no change. */
const rolesOf = (given: readonly Role[] | null, before: Role[]): Role[] =>
  given === null || (given.length === before.length && given.every((role) => before.includes(role)))
    ? before
    : [...given];

function afterwards<Record extends { readonly id: string }>(
  known: readonly Record[],
  moves: readonly Move<Record>[],
): Record[] {
  const byId = new Map([...known, ...moves.map(({ after }) => after)].map((record) => [record.id, record]));
  return [...byId.values()];
}

function entriesOf(
  units: readonly MoveOf<UnitRow, Unit>[],
  people: readonly MoveOf<PersonRow, Person>[],
  allPeople: readonly Person[],
  allUnits: readonly Unit[],
): FormEntry[] {
  const nameIn = (all: readonly { readonly id: string; readonly name: string }[], id: string | null): string | null =>
    all.find((one) => one.id === id)?.name ?? null;
  return [
    ...units.map(({ row, before, after }) =>
      entryOf(row, after.name, before !== null, [
        { head: 'position', before: before?.position ?? null, after: after.position },
        {
          head: 'liaison',
          before: nameIn(allPeople, before?.liaisonId ?? null),
          after: nameIn(allPeople, after.liaisonId),
        },
      ]),
    ),
    ...people.map(({ row, before, after }) =>
      entryOf(row, after.name, before !== null, [
        { head: 'name', before: before?.name ?? null, after: after.name },
        { head: 'roles', before: before?.roles ?? null, after: after.roles },
        { head: 'unit', before: nameIn(allUnits, before?.unitId ?? null), after: nameIn(allUnits, after.unitId) },
        { head: 'phone', before: before?.phone ?? null, after: after.phone },
        { head: 'language', before: before?.locale ?? null, after: after.locale },
        { head: 'chief', before: before?.isChief ?? null, after: after.isChief },
        { head: 'inspectionOffice', before: before?.inInspectionOffice ?? null, after: after.inInspectionOffice },
      ]),
    ),
  ];
}

function entryOf({ place }: Row, name: string, isThere: boolean, all: readonly FormChange[]): FormEntry {
  const changes = isThere ? all.filter(({ before, after }) => before !== after) : [];
  const outcome = !isThere ? 'added' : changes.length > 0 ? 'changed' : 'same';
  return { sheet: place.sheet, row: place.row, name, outcome, changes };
}
