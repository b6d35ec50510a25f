import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoticeJson } from '../../../core/round/notice.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';

/** One fictional document of every kind that is published beside notices, each with the whole right answer. */
const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('a document of every other kind gives the whole right answer', () => {
  it.each(names)('%s', (name) => {
    const { warnings: stated, ...expected } = JSON.parse(read(name.replace('.txt', '.json'))) as NoticeJson;
    const { warnings, unplaced: _, responsibilities: __, grounds: ___, ...notice } = parseNotice(read(name));
    expect(notice).toEqual(expected);
    expect(warnings.length).toBe(stated.length);
  });
});
