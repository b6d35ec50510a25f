/** What each piece of a notice rests on. */
import { describe, expect, it } from 'vitest';
import { bulletinFacts, bulletinItem } from './samples.ts';
import { bulletinOf, textOf } from '../../../documents/bulletin/tree.ts';
import type { BulletinFacts } from '../../../documents/bulletin/facts.ts';

const many = (count: number, omitted: number): BulletinFacts['parts'] => [
  {
    heading: '资产管理方面',
    items: Array.from({ length: count }, (_, index) =>
      bulletinItem({ id: `r-1-${index + 1}`, omission: index < omitted ? 'approved' : null }),
    ),
  },
];

const figures = (facts: BulletinFacts) =>
  (bulletinOf(facts).opening[1] ?? [])
    .filter(({ from }) => from.length > 0)
    .map(({ text, from }) => [text, from.length]);

describe('a piece of a notice', () => {
  it('that is a figure rests on as many items as it says, in both languages', () => {
    const withheld = { parts: many(18, 4) };
    expect(figures(bulletinFacts(withheld))).toEqual([
      ['18个问题', 18],
      ['已完成整改18个', 18],
      ['14个问题', 14],
      ['4个问题', 4],
    ]);
    for (const facts of [withheld, { parts: many(18, 14) }, { parts: many(4, 2) }, {}])
      for (const locale of ['zh-CN', 'en'] as const)
        for (const [said, items] of figures(bulletinFacts({ ...facts, locale })))
          expect(/\d+/.exec(String(said))?.[0]).toBe(String(items));
    expect(figures(bulletinFacts({ parts: many(4, 2), locale: 'en' })).at(-1)).toEqual(['2 findings', 2]);
  });

  it('that tells of an item rests on the fact that says so, or on the version of its wording', () => {
    const wording = { result: '资产已登记', version: 12 };
    const items = [bulletinItem(), bulletinItem({ wording }), bulletinItem({ state: 'inProgress', progress: null })];
    const { parts } = bulletinOf(bulletinFacts({ parts: [{ heading: null, items }] }));
    const rests = parts.map(({ paragraphs }) => paragraphs.flat().flatMap(({ from }) => from));
    const itemId = 'r-1-1.1';
    const judged = { itemId, seq: 9, version: null };
    expect(rests).toEqual([
      [{ itemId, seq: 7, version: null }, judged],
      [{ itemId, seq: null, version: 12 }, judged],
      [{ itemId, seq: 3, version: null }, judged],
    ]);
    expect(parts.map(({ itemId: id }) => id)).toEqual([itemId, itemId, itemId]);
  });

  it('is a paragraph of its own words and nothing else', () => {
    const [opening, said] = bulletinOf(bulletinFacts({ opening: '一、经研究\n# 现予公布', parts: many(3, 1) })).opening;
    expect(textOf(opening ?? [])).toBe('一、经研究。# 现予公布。');
    expect(textOf(said ?? [])).toBe(
      '截至2026年6月30日，巡察反馈的3个问题，已完成整改3个。本通报公布其中2个问题的整改进展情况，其余1个问题不在本通报中公布。',
    );
  });

  it('leaves no gap in the numbers where an item is left out, and no part of which nothing is told', () => {
    const left = bulletinItem({ omission: 'approved' });
    const told = (title: string) => bulletinItem({ title });
    const parts = [
      { heading: '一方面', items: [left] },
      { heading: '另一方面', items: [told('甲'), left, told('乙')] },
    ];
    const [part, ...more] = bulletinOf(bulletinFacts({ parts })).parts;
    expect(more).toEqual([]);
    expect([part?.heading, ...(part?.sections ?? []).map(({ heading }) => heading)]).toEqual([
      '一、另一方面',
      '（一）甲',
      '（二）乙',
    ]);
  });
});
