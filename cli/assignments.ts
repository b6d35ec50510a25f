/** Who carries what, from a file an office can write: items by number or id, units and people by name, address or id. */
import { BadInput } from './bad-input.ts';
import { parseCsv } from './csv.ts';
import { jsonOf } from './files.ts';
import type { Words } from './words.ts';
import { assignments as schema } from '../api/contract.ts';
import { faultsOf } from '../client/rounds/notice-shape.ts';
import { Refused } from '../client/refused.ts';
import type { ItemAssignment } from '../client/rounds/assign.ts';
import type { InputFault } from '../core/round/record-refusal.ts';
import type { ItemRecord } from '../db/items.ts';
import type { PersonRow, UnitRow } from '../db/people.ts';

const columns = ['item', 'unit', 'handler', 'leadLeader'] as const;
/** The words of the product are good as headings, too. */
const headings: Readonly<Record<string, (typeof columns)[number]>> = {
  item: 'item',
  itemid: 'item',
  事项: 'item',
  编号: 'item',
  unit: 'unit',
  unitid: 'unit',
  责任单位: 'unit',
  handler: 'handler',
  handlerid: 'handler',
  承办人: 'handler',
  leadleader: 'leadLeader',
  leadleaderid: 'leadLeader',
  牵头领导: 'leadLeader',
};

export interface Directory {
  readonly items: readonly ItemRecord[];
  readonly units: readonly UnitRow[];
  readonly people: readonly PersonRow[];
}

export function readAssignments(path: string, text: string, directory: Directory, words: Words): ItemAssignment[] {
  if (path.toLowerCase().endsWith('.json')) {
    const value = jsonOf(text, path, words);
    const given = Array.isArray(value) ? { assignments: value as unknown } : value;
    const read = schema.safeParse(given);
    if (!read.success) throw new Refused({ code: 'badInput', faults: faultsOf(read.error, given) });
    return read.data.assignments;
  }
  const [head = [], ...rows] = parseCsv(text);
  const order = head.map((heading) => headings[heading.toLowerCase().replaceAll(/[\s_-]/g, '')]);
  if (columns.some((column) => !order.includes(column))) throw new BadInput(words.columns(columns.join(',')));
  const faults: InputFault[] = [];
  const known = {
    item: directory.items.map(({ number }) => number).join(' | '),
    unit: directory.units.map(({ name }) => name).join(' | '),
    handler: directory.people.map(({ name }) => name).join(' | '),
    leadLeader: directory.people.map(({ name }) => name).join(' | '),
  };
  const found = rows.map((row, index) => {
    const cell = (column: (typeof columns)[number]) => row[order.indexOf(column)] ?? '';
    const idOf = (column: (typeof columns)[number], ids: readonly string[]): string => {
      const [only] = ids;
      if (only !== undefined && ids.length === 1) return only;
      const allowed = ids.length > 1 ? ids.join(' | ') : known[column];
      faults.push({ path: `${path}:${index + 2} ${column}`, allowed, given: cell(column) });
      return '';
    };
    return {
      itemId: idOf('item', itemIds(directory, cell('item'))),
      unitId: idOf('unit', unitIds(directory, cell('unit'))),
      handlerId: idOf('handler', personIds(directory, cell('handler'))),
      leadLeaderId: idOf('leadLeader', personIds(directory, cell('leadLeader'))),
    };
  });
  if (faults.length > 0) throw new Refused({ code: 'badInput', faults });
  return found;
}

const itemIds = ({ items }: Directory, name: string): string[] =>
  items.filter(({ id, number }) => id === name || number === name).map(({ id }) => id);

const unitIds = ({ units }: Directory, name: string): string[] =>
  units.filter((unit) => unit.id === name || unit.name === name).map(({ id }) => id);

const personIds = ({ people }: Directory, name: string): string[] =>
  people.filter((person) => person.id === name || person.email === name || person.name === name).map(({ id }) => id);
