/**
 * Where a page of a list ended, as text that only this list takes back: with other filters it would skip or repeat rows
 * unseen. It gives no right to anything: what a person may see is asked with each page.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refused } from './refused.ts';
import { canonical } from '../core/canonical.ts';

/** @param list the filters and the order of the list, plain JSON */
export const cursorAt = (list: unknown, place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([...place, tagOf(list)]), 'utf8').toString('base64url');

/** What a place names must be an id in form, or the database would be asked for what it cannot keep. */
export const idText = z.string().regex(/^[a-z0-9-]{1,60}$/, 'a-z 0-9 - (1–60)');

/** @throws Refused badCursor for what {@link cursorAt} did not give for this list */
export function readCursor<Place>(list: unknown, schema: z.ZodType<Place>, cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const isOurs = Buffer.from(text, 'utf8').toString('base64url') === cursor;
  const parts = jsonIn(text);
  const tag: unknown = Array.isArray(parts) ? parts.pop() : null;
  const place = schema.safeParse(parts);
  if (!isOurs || tag !== tagOf(list) || !place.success) throw new Refused({ code: 'badCursor' });
  return place.data;
}

const tagOf = (list: unknown): string => createHash('sha256').update(canonical(list)).digest('base64url').slice(0, 8);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
