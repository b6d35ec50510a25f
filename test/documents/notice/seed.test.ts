import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../documents/notice/parse.ts';
import type { NoticeDates, NoticeContact } from '../../../core/notice.ts';

interface Expected {
  readonly title: string;
  readonly organ: string;
  readonly roundLabel: string;
  readonly inspectionTeam: string;
  readonly inspectedBody: string;
  readonly dates: NoticeDates;
  readonly contact: NoticeContact;
  readonly totalParts: number;
  readonly totalItems: number;
  readonly totalMeasures: number;
  readonly totalMeasuresEnumerated: number;
  readonly parts: readonly {
    readonly number: string;
    readonly heading: string;
    readonly items: readonly {
      readonly number: string;
      readonly title: string;
      readonly measuresCount: number;
      readonly enumerated: boolean;
    }[];
  }[];
}

const folder = new URL('../../../../shared/seed/', import.meta.url);
const bare = (text: string | null): string => (text ?? '').replace(/\s/g, '');

describe.runIf(existsSync(folder))('the notice this project was made from', () => {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

  it('gives every count and word that its reader wrote down', () => {
    const expected = JSON.parse(read('expected.json')) as Expected;
    const notice = parseNotice(read(file ?? ''));
    const items = notice.parts.flatMap((part) => part.items);
    expect(bare(notice.title)).toBe(bare(expected.title));
    for (const key of ['organ', 'roundLabel', 'inspectionTeam', 'inspectedBody', 'dates', 'contact'] as const) {
      expect(notice[key], key).toEqual(expected[key]);
    }
    expect(
      notice.parts.map((part) => ({
        number: part.number,
        heading: bare(part.heading),
        items: part.items.map((item) => ({
          number: item.number,
          title: bare(item.title),
          measuresCount: item.measures.length,
        })),
      })),
    ).toEqual(
      expected.parts.map((part) => ({
        number: part.number,
        heading: bare(part.heading),
        items: part.items.map(({ number, title, measuresCount }) => ({ number, title: bare(title), measuresCount })),
      })),
    );
    expect(notice.parts).toHaveLength(expected.totalParts);
    expect(items).toHaveLength(expected.totalItems);
    expect(items.flatMap((item) => item.measures)).toHaveLength(expected.totalMeasures);
    expect(items.filter((item) => item.measures.length > 1).flatMap((item) => item.measures)).toHaveLength(
      expected.totalMeasuresEnumerated,
    );
  });

  it('raises no warning, joins what a page break cut, and says of no item how far it is', () => {
    const notice = parseNotice(read(file ?? ''));
    expect(notice.warnings).toEqual([]);
    const items = notice.parts.flatMap((part) => part.items);
    expect(items.flatMap((item) => item.measures).filter((measure) => measure.includes('\n'))).toEqual([]);
    expect(items.filter((item) => item.status !== undefined || item.group !== undefined)).toEqual([]);
  });
});
