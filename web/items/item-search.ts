/** The filters of an item list, kept in the address so that a filtered list can be mailed. */
import { itemStates, riskGrades, type ItemState, type RiskGrade } from '../../core/item/item.ts';
import { lights, type Light } from '../../core/item/light.ts';

export interface ItemFilters {
  readonly light: Light | '';
  readonly grade: RiskGrade | '';
  readonly unit: string;
  readonly state: ItemState | '';
  readonly mine: boolean;
  readonly q: string;
  readonly after: string;
}

const oneOf = <Choice extends string>(choices: readonly Choice[], value: string | null): Choice | '' =>
  choices.find((choice) => choice === value) ?? '';

/** Anything unknown in the address is as if it were not there. */
export const readFilters = (address: URLSearchParams): ItemFilters => ({
  light: oneOf(lights, address.get('light')),
  grade: oneOf(riskGrades, address.get('grade')),
  unit: address.get('unit') ?? '',
  state: oneOf(itemStates, address.get('state')),
  mine: address.get('mine') === 'true',
  q: address.get('q') ?? '',
  after: address.get('after') ?? '',
});

/** A changed filter starts at the first page again: the old cursor belongs to another list. */
export const withFilter = (filters: ItemFilters, change: Partial<ItemFilters>): ItemFilters => ({
  ...filters,
  after: '',
  ...change,
});

export const isFiltered = ({ light, grade, unit, state, mine, q }: ItemFilters): boolean =>
  mine || [light, grade, unit, state, q].some((value) => value !== '');

/** The address of the filters, shortest form: what is not set is not written. */
export function writeFilters({ light, grade, unit, state, mine, q, after }: ItemFilters): URLSearchParams {
  const set = Object.entries({ light, grade, unit, state, mine: mine ? 'true' : '', q, after });
  return new URLSearchParams(set.filter(([, value]) => value !== ''));
}

/** What the API is asked. */
export const itemSearch = (roundId: string, filters: ItemFilters): string =>
  new URLSearchParams([['round', roundId], ...writeFilters(filters)]).toString();
