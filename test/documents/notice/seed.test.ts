import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../documents/notice/parse.ts';
import type { Notice, NoticeContact, NoticeDates } from '../../../core/round/notice.ts';

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

  const digit = (numeral: string): number => '一二三四五'.indexOf(numeral) + 1;
  const items = /^(#+ )[（(]([一二三四])[）)]/gm;
  const measures = /(?<=[：。*])([一二三四])是/g;
  const DRESSES: readonly (readonly [string, (text: string) => string])[] = [
    ['without Markdown', (text) => text.replace(/^#+ /gm, '').replaceAll('**', '')],
    ['without title', (text) => text.replace(/^# 中共.*$/m, '')],
    [
      'one level lower',
      (text) =>
        text
          .replace(items, (_, head: string, n: string) => `${head}${digit(n)}. `)
          .replace(/^(#+ )([一二三四])、/gm, '$1（$2）'),
    ],
    ['items as (1)', (text) => text.replace(items, (_, head: string, n: string) => `${head}(${digit(n)})`)],
    ['measures as ①', (text) => text.replace(measures, (_, n: string) => '①②③④'.charAt(digit(n) - 1))],
    ['measures as 1.', (text) => text.replace(measures, (_, n: string) => `${digit(n)}.`)],
    ['measures on lines of their own', (text) => text.replace(/(?<=[：。*])(\**[一二三四]是)/g, '\n$1')],
    ['without labels', (text) => text.replace(/\*\*整改进展(情况)?：\*\*/g, '')],
    ['text on the line of the heading', (text) => text.replace(/方面\n\n\*\*整改进展(情况)?：\*\*/g, '方面。')],
    ['half-width', (text) => text.replace(/[，：；（）]/g, (c) => ',:;()'.charAt('，：；（）'.indexOf(c)))],
    [
      'wrapped at 40',
      (text) => text.replace(/^#+ |\*\*/gm, '').replace(/^.{61,}$/gm, (line) => line.replace(/.{40}/g, '$&\n')),
    ],
    [
      'with next steps',
      (text) => text.replace(/^欢迎/m, '## 五、下一步打算\n\n（一）关于长效机制，继续完善。\n\n欢迎'),
    ],
  ];

  it.each(DRESSES)('is the same notice %s', (_, dress) => {
    const plain = parseNotice(read(file ?? ''));
    const dressed = parseNotice(dress(read(file ?? '')));
    const shape = (notice: Notice): unknown =>
      notice.parts.map((part) => part.items.map((item) => [item.title, item.measures.length]));
    expect(dressed.dates).toEqual(plain.dates);
    expect(dressed.organ).toBe(plain.organ);
    expect(shape(dressed)).toEqual(shape(plain));
    expect(dressed.warnings).toEqual([]);
  });
});
