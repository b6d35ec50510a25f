/** What is wrong with what was sent, place by place: where, what would be right, what was given. */
import type { z } from 'zod';
import type { InputFault } from '../core/round/record-refusal.ts';

/** A schema's complaints as ours. */
export function faultsOf(error: z.ZodError, given: unknown, under = ''): InputFault[] {
  return error.issues.map((issue) => ({
    path: pathText([under, ...issue.path]),
    allowed: allowedBy(issue),
    given: shown(valueAt(given, issue.path)),
  }));
}

export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** In signs and names of formats, for the sentence around it may be in either language: a schema's own message is English. */
function allowedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      // Each pattern comes with its signs in words that need no language; a pattern itself tells nobody anything.
      return issue.format === 'regex' ? issue.message : issue.format;
    case 'unrecognized_keys':
      return `− ${issue.keys.join(', ')}`;
    case 'custom':
      return issue.message;
    case 'not_multiple_of':
      return `× ${issue.divisor}`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return issue.code;
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    value,
  );

function shown(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
