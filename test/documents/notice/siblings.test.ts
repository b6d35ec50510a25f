import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { allTold, siblingsIn } from '../../support/siblings.ts';

/** Documents that are written otherwise than the cases of their kind: each gives all that it says, or says where it does not. */
const folder = new URL('siblings/', import.meta.url);

describe.each(readdirSync(folder))('siblings of a kind, %s', (name) => {
  it.each(siblingsIn(readFileSync(new URL(name, folder), 'utf8')))('$name', ({ text, told }) => {
    expect(allTold(parseNotice(text))).toBe(told);
  });
});
