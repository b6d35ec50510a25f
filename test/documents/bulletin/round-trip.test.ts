/** What the product publishes, its own reader understands: parts, items, order, results and dates come back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bulletinFacts, bulletinItem } from './samples.ts';
import { blocksOf } from '../../../documents/bulletin/blocks.ts';
import { bulletinMarkdown } from '../../../documents/bulletin/markdown.ts';
import { bulletinOf } from '../../../documents/bulletin/tree.ts';
import { sumDifferences } from '../../../documents/bulletin/sums.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import type { BulletinFacts } from '../../../documents/bulletin/facts.ts';
import type { Notice } from '../../../core/round/notice.ts';

const again = (facts: BulletinFacts): Notice => parseNotice(bulletinMarkdown(blocksOf(bulletinOf(facts))));

const told = ({ parts }: Pick<Notice, 'parts'>) =>
  parts.map(({ heading, items }) => [heading, items.map(({ number, title, status }) => [number, title, status])]);

/** A document as the facts of a notice on which every item is closed in its own words. */
function closedFacts(notice: Notice): BulletinFacts {
  const parts = notice.parts.map(({ heading, number, items }) => ({
    heading: heading?.slice((number ?? '').length).replace(/^[、.\s]+/, '') ?? null,
    items: items.map(({ title, measures }) => bulletinItem({ title, statement: measures.join('\n') })),
  }));
  return { ...bulletinFacts(), parts };
}

describe('a notice that was published', () => {
  it('is read as it was meant', () => {
    const read = again(bulletinFacts());
    expect(told(read)).toEqual([
      [
        '一、贯彻落实上级决策部署方面',
        [
          ['（一）', '水资源管理责任压得不实', 'done'],
          ['（二）', '河湖长制统筹协调作用发挥不够', 'interim'],
        ],
      ],
      [
        '二、落实全面从严治党责任方面',
        [
          ['（一）', '党组议事决策不够规范', 'standing'],
          ['（二）', '对下属单位财务监督不严', 'ongoing'],
          ['（三）', '固定资产管理底数不清', 'ongoing'],
          ['（四）', '差旅费报销审核把关不严', undefined],
        ],
      ],
    ]);
    const { organ, roundLabel, inspectionTeam, contact, dates, warnings } = read;
    const { inspection, feedback } = bulletinFacts();
    expect({ organ, roundLabel, inspectionTeam, contact }).toEqual({
      organ: '中共云岭县水利局党组',
      roundLabel: '十四届县委第六轮',
      inspectionTeam: '县委第三巡察组',
      contact: bulletinFacts().contact,
    });
    expect(dates).toMatchObject({ inspection, feedback, published: '2026-06-30' });
    expect(warnings).toEqual([]);
  });

  it('tells what a unit wrote in one paragraph, whatever looks like a heading in it', () => {
    const markdown = bulletinMarkdown(blocksOf(bulletinOf(bulletinFacts())));
    expect(markdown).toContain(
      '整改进展：一、已检查两个单位；（一）逐笔核实补正。该问题正在整改，整改期限为2026年7月6日。',
    );
    // What was said before it was withdrawn is nobody's business.
    expect(markdown).not.toContain('内部说明');
  });

  it('of a document without parts has its items on the first level', () => {
    const items = ['议事规则不健全', '资产底数不清', '接待管理不严'].map((title) => bulletinItem({ title }));
    const [part, ...more] = again(bulletinFacts({ parts: [{ heading: null, items }] })).parts;
    expect(more).toEqual([]);
    expect(part?.items.map(({ number, title }) => [number, title])).toEqual([
      ['一', '议事规则不健全'],
      ['二', '资产底数不清'],
      ['三', '接待管理不严'],
    ]);
  });

  it('keeps the order of very many items', () => {
    const items = Array.from({ length: 109 }, (_, index) =>
      bulletinItem({ title: `第${index + 1}号水闸管护责任不落实` }),
    );
    const [part] = again(bulletinFacts({ parts: [{ heading: '工程管理方面', items }] })).parts;
    expect(part?.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(part?.items.at(-1)?.number).toBe('（一百零九）');
  });

  it.each([['public'], ['inside']] as const)(
    'is the same tree for whom it was written: %s, with own words and without what is left out',
    (audience) => {
      const facts = bulletinFacts({ audience });
      const parts = facts.parts.map(({ heading, items }, at) => ({
        heading,
        items: items.map((item, index) => ({
          ...item,
          ...(audience === 'public' && index === 0 ? { title: `管理要求落实不够${at}` } : {}),
          wording: audience === 'public' && index === 0 ? { result: '已逐项明确责任', version: 3 } : null,
          omission: index === 1 ? ('approved' as const) : null,
        })),
      }));
      const read = again({ ...facts, parts });
      const title = (at: number, own: string) => (audience === 'public' ? `管理要求落实不够${at}` : own);
      expect(told(read)).toEqual([
        ['一、贯彻落实上级决策部署方面', [['（一）', title(0, '水资源管理责任压得不实'), 'done']]],
        [
          '二、落实全面从严治党责任方面',
          [
            ['（一）', title(1, '党组议事决策不够规范'), 'standing'],
            ['（二）', '固定资产管理底数不清', 'ongoing'],
            ['（三）', '差旅费报销审核把关不严', undefined],
          ],
        ],
      ]);
      // Six are counted, four told of: nothing of that is read as a contradiction.
      expect(read.warnings).toEqual([]);
      if (audience === 'public') expect(read.parts[0]?.items[0]?.measures.join()).toContain('已逐项明确责任');
    },
  );

  it('of the sample tells its parts and items again', () => {
    const sample = parseNotice(readFileSync(new URL('../../../documents/sample/notice.md', import.meta.url), 'utf8'));
    const titles = (notice: Notice) =>
      told(notice).map(([heading, items]) => [heading, (items as string[][]).map(([, title]) => title)]);
    expect(titles(again(closedFacts(sample)))).toEqual(titles(sample));
  });
});

const folder = new URL('../../../../../shared/seed/', import.meta.url);
describe.runIf(existsSync(folder))('the notice this project was made from', () => {
  const seedOf = (): Notice => {
    const name = readdirSync(folder).find((file) => file.endsWith('.txt')) ?? '';
    return parseNotice(readFileSync(new URL(name, folder), 'utf8'));
  };
  const bare = (notice: Notice) =>
    notice.parts.map(({ heading, items }) => [
      heading?.replace(/\s/g, ''),
      items.map(({ number, title }) => [number?.replace('(', '（').replace(')', '）'), title.replace(/\s/g, '')]),
    ]);

  it('comes out again with its 4 parts and 13 items, in their order and under their numbers', () => {
    const seed = seedOf();
    expect(seed.parts).toHaveLength(4);
    expect(seed.parts.flatMap(({ items }) => items)).toHaveLength(13);
    expect(bare(again(closedFacts(seed)))).toEqual(bare(seed));
  });

  it('says 20 = 16 + 4 where it said so, and other figures are noticed', () => {
    const item = seedOf().parts[3]?.items[0];
    const said = item?.measures.join('') ?? '';
    expect(said).toMatch(/20\s*个问题.*16\s*个问题已.*4\s*个问题已/);
    expect(sumDifferences(said)).toEqual([]);
    expect(sumDifferences(said.replace(/16(?=\s*个问题已)/, '15'))).toEqual([{ stated: 20, sum: 19 }]);
  });
});
