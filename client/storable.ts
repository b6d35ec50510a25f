/**
 * Text that PostgreSQL cannot keep: zero characters and halves of surrogate pairs. Found before a workflow has said yes to
 * it, for a fact that can never be committed would be tried for ever.
 */
import { pathText } from './input-faults.ts';
import type { InputFault } from '../core/round/record-refusal.ts';

/** A value and how it was reached: the way is spelled out only where something is wrong. */
interface Place {
  readonly value: unknown;
  readonly key: PropertyKey | null;
  readonly above: Place | null;
}

/** Walks by a list of what lies ahead, not by recursion: however deep a value is, it is read. */
export function unstorable(given: unknown): InputFault[] {
  const faults: InputFault[] = [];
  const ahead: Place[] = [{ value: given, key: null, above: null }];
  for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
    const { value } = place;
    if (typeof value === 'string' && !isStorable(value))
      faults.push({ path: pathText(pathOf(place)), allowed: 'Unicode', given: '' });
    if (typeof value === 'object' && value !== null) ahead.push(...entriesOf(value, place).reverse());
  }
  return faults;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

const entriesOf = (value: object, above: Place): Place[] =>
  Array.isArray(value)
    ? value.map((entry: unknown, key) => ({ value: entry, key, above }))
    : Object.entries(value).map(([key, entry]) => ({ value: entry as unknown, key, above }));

function pathOf(place: Place): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let here: Place | null = place; here !== null; here = here.above) if (here.key !== null) path.unshift(here.key);
  return path;
}
