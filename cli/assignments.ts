/** Who carries what, from a file an office can write: items by number or id, units and people by name, address or id. */
import { BadInput } from './bad-input.ts';
import { jsonOf } from './files.ts';
import type { Words } from './words.ts';
import { readInput } from '../client/read-input.ts';
import { Refused } from '../client/refused.ts';
import type { AssignmentChoices } from '../client/rounds/assign.ts';
import { assignments as schema, type ItemAssignment } from '../client/rounds/round-bodies.ts';
import type { InputFault } from '../core/round/record-refusal.ts';
import { readCsv } from '../documents/readers/csv/read.ts';

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

export function readAssignments(
  path: string,
  text: string,
  choices: AssignmentChoices,
  words: Words,
): ItemAssignment[] {
  if (path.toLowerCase().endsWith('.json')) {
    const value = jsonOf(text, path, words);
    const given = Array.isArray(value) ? { assignments: value as unknown } : value;
    return readInput(schema, given).assignments;
  }
  const [head = [], ...rows] = (readCsv(text) ?? []).map(({ cells }) => cells);
  const order = head.map((heading) => headings[heading.toLowerCase().replaceAll(/[\s_-]/g, '')]);
  if (columns.some((column) => !order.includes(column))) throw new BadInput(words.columns(columns.join(',')));
  const faults: InputFault[] = [];
  const known = {
    item: choices.items.map(({ number }) => number).join(' | '),
    unit: choices.units.map(({ name }) => name).join(' | '),
    handler: choices.people.map(({ name }) => name).join(' | '),
    leadLeader: choices.people.map(({ name }) => name).join(' | '),
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
      itemId: idOf('item', itemIds(choices, cell('item'))),
      unitId: idOf('unit', unitIds(choices, cell('unit'))),
      handlerId: idOf('handler', personIds(choices, cell('handler'))),
      leadLeaderId: idOf('leadLeader', personIds(choices, cell('leadLeader'))),
    };
  });
  if (faults.length > 0) throw new Refused({ code: 'badInput', faults });
  return found;
}

const itemIds = ({ items }: AssignmentChoices, name: string): string[] =>
  items.filter(({ id, number }) => id === name || number === name).map(({ id }) => id);

const unitIds = ({ units }: AssignmentChoices, name: string): string[] =>
  units.filter((unit) => unit.id === name || unit.name === name).map(({ id }) => id);

const personIds = ({ people }: AssignmentChoices, name: string): string[] =>
  people.filter((person) => person.id === name || person.email === name || person.name === name).map(({ id }) => id);
