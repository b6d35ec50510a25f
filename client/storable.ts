/**
 * Text that PostgreSQL cannot keep: zero characters and halves of surrogate pairs. Found before a workflow has said yes to
 * it, for a fact that can never be committed would be tried for ever.
 */
import { pathText } from './input-faults.ts';
import type { InputFault } from '../core/round/record-refusal.ts';

export function unstorable(value: unknown, path: readonly PropertyKey[] = []): InputFault[] {
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0')
      ? []
      : [{ path: pathText(path), allowed: 'Unicode', given: '' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    unstorable(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
