import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoticeJson } from '../../../core/round/notice.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { noticeJson } from '../../../documents/notice/warnings.ts';

/** Fictional documents, each with what a reader wrote down beside it. */
const folder = new URL('../samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('a document of every structure gives what its reader wrote down', () => {
  it.each(names)('%s', (name) => {
    const expected = JSON.parse(read(name.replace(/\.\w+$/, '.expected.json'))) as NoticeJson;
    const { unplaced: _, responsibilities: __, grounds: ___, ...notice } = noticeJson(parseNotice(read(name)));
    expect(notice).toEqual(expected);
  });
});
