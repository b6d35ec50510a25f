/** What the rows of a filled-in list of findings become: a notice, and who is given what. Names are those of people who are here. */
import type { Directory } from '../people/directory.ts';
import { assignmentFaults } from '../rounds/assign.ts';
import type { AssignmentFault } from '../../core/assignment-fault.ts';
import { called, named, plainName } from '../../core/forms/alike.ts';
import { faultAt, type FormColumn, type FormEntry, type FormFault, type FormProblem } from '../../core/forms/form.ts';
import type { ItemRow } from '../../core/forms/items.ts';
import type { Person } from '../../core/people/people.ts';
import type { Notice, Responsibility } from '../../core/round/notice.ts';

/** By its position in the round, 1 for the first. */
interface PlannedAssignment {
  readonly position: number;
  readonly unitId: string;
  readonly handlerId: string;
  readonly leadLeaderId: string;
}

export interface ItemsPlan {
  readonly notice: Pick<Notice, 'parts' | 'responsibilities'>;
  readonly immediateItems: number[];
  readonly assignments: readonly PlannedAssignment[];
  readonly entries: readonly FormEntry[];
  readonly faults: readonly FormFault[];
}

type TitledRow = ItemRow & { readonly title: string };

/** A row whose finding could not be read is told already. */
export function itemsPlan(all: readonly ItemRow[], known: Directory): ItemsPlan {
  const rows = all.filter((row): row is TitledRow => row.title !== null);
  const faults = [...repeatedTitles(rows)];
  const parts = [...Map.groupBy(rows, ({ part }) => part)];
  const ordered = parts.flatMap(([, items]) => items);
  const answered = ordered.map((row, index) => answering(row, index + 1, known, faults));
  return {
    notice: {
      parts: parts.map(([heading, items]) => ({
        number: null,
        heading,
        items: items.map(({ number, title, measures }) => ({ number, title, measures })),
      })),
      responsibilities: answered.map(({ said }) => said).filter(isSaid),
    },
    immediateItems: ordered.flatMap(({ isImmediate }, index) => (isImmediate ? [index + 1] : [])),
    assignments: answered.flatMap(({ assignment }) => assignment ?? []),
    entries: ordered.map((row, index) => ({
      sheet: row.place.sheet,
      row: row.place.row,
      name: row.title,
      outcome: 'added',
      changes: changesOf(row, answered[index]?.assignment !== null),
    })),
    faults,
  };
}

const changesOf = ({ measures, unit, handler, leadLeader }: ItemRow, isAssigned: boolean): FormEntry['changes'] => [
  { head: 'measures', before: null, after: measures.length },
  ...(isAssigned
    ? [
        { head: 'responsibleUnit' as const, before: null, after: unit },
        { head: 'handler' as const, before: null, after: handler },
        { head: 'leadLeader' as const, before: null, after: leadLeader },
      ]
    : []),
];

const isSaid = (said: Responsibility): boolean =>
  said.leader !== null ||
  said.owner !== null ||
  said.unit !== null ||
  said.supportingUnits.length > 0 ||
  said.dueOn !== null;

function* repeatedTitles(rows: readonly TitledRow[]): Generator<FormFault> {
  const first = new Map<string, ItemRow>();
  for (const row of rows) {
    const { title } = row;
    const above = first.get(plainName(title));
    if (above === undefined) first.set(plainName(title), row);
    else
      yield faultAt(row.place, 'finding', {
        code: 'twice',
        given: title.slice(0, 40),
        sheet: above.place.sheet,
        row: above.place.row,
      });
  }
}

interface Answering {
  readonly said: Responsibility;
  /** Null where not all three are named: the page of assignments offers what is. */
  readonly assignment: PlannedAssignment | null;
}

function answering(row: ItemRow, position: number, known: Directory, faults: FormFault[]): Answering {
  const tell = (head: FormColumn, problem: FormProblem): void => {
    if (!row.faulty.includes(head)) faults.push(faultAt(row.place, head, problem));
  };
  const unitOf = (head: FormColumn, name: string) => {
    const [unit, ...others] = named(known.units, name);
    if (unit === undefined) tell(head, { code: 'unknown', what: 'unit', given: name });
    else if (others.length > 0) tell(head, { code: 'ambiguous', what: 'unit', given: name });
    return unit ?? null;
  };
  const personOf = (head: FormColumn, given: string | null, isMeant: (person: Person) => boolean) => {
    if (given === null) return null;
    const all = called(known.people, given);
    const meant = all.length > 1 ? all.filter(isMeant) : all;
    const [person, ...others] = meant.length === 0 ? all : meant;
    if (person === undefined) tell(head, { code: 'unknown', what: 'person', given });
    else if (others.length > 0) tell(head, { code: 'ambiguous', what: 'person', given });
    return others.length > 0 ? null : (person ?? null);
  };
  const unit = row.unit === null ? null : unitOf('responsibleUnit', row.unit);
  if (row.unit === null && row.handler !== null) tell('responsibleUnit', { code: 'missing' });
  const handler = personOf('handler', row.handler, ({ unitId }) => unitId === unit?.id);
  const leader = personOf('leadLeader', row.leadLeader, ({ roles }) => roles.includes('supervisor'));
  for (const name of row.supportingUnits) unitOf('supportingUnits', name);
  const assignment =
    unit === null || handler === null || leader === null
      ? null
      : { position, unitId: unit.id, handlerId: handler.id, leadLeaderId: leader.id };
  if (assignment !== null)
    for (const { problem, given } of assignmentFaults({ ...assignment, itemId: '' }, known.people, known.units))
      tell(headOf[problem], { code: 'assignment', problem, given: nameIn(known, given) });
  return {
    said: {
      position,
      leader: leader?.name ?? null,
      owner: handler?.name ?? null,
      unit: unit?.name ?? row.unit,
      supportingUnits: row.supportingUnits,
      dueText: row.dueOn,
      dueOn: row.dueOn,
      dueYear: row.dueOn === null ? null : 'read',
    },
    assignment,
  };
}

const nameIn = ({ people, units }: Directory, id: string): string =>
  [...people, ...units].find((one) => one.id === id)?.name ?? id;

const headOf: Readonly<Record<AssignmentFault['problem'], FormColumn>> = {
  unknownItem: 'finding',
  twice: 'finding',
  unknownUnit: 'responsibleUnit',
  unknownHandler: 'handler',
  unknownLeadLeader: 'leadLeader',
  handlerNotStaff: 'handler',
  handlerOfOtherUnit: 'handler',
  leadLeaderNotSupervisor: 'leadLeader',
  samePerson: 'handler',
  handlerHasLeft: 'handler',
  leadLeaderHasLeft: 'leadLeader',
};
