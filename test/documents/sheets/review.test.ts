import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { itemFacts } from './samples.ts';
import { reviewWorkbook } from '../../../documents/sheets/review.ts';
import type { ReviewFacts } from '../../../documents/sheets/facts.ts';

const at = '2026-03-02T02:05:00.000Z';
const facts: ReviewFacts = {
  locale: 'zh-CN',
  round: '云岭县水利局整改',
  asOf: '2026-06-26T02:00:00.000Z',
  item: itemFacts(),
  files: [
    { name: '=登记表.pdf', measures: ['1', '2'], aboutOn: '2026-02-27', by: '王小明', at, sha256: 'a'.repeat(64) },
  ],
  timeline: [
    { seq: 1, at, by: '赵青', text: '导入为事项 1.1' },
    { seq: 2, at, by: null, text: '发出提醒' },
  ],
  letters: [{ name: '提醒函', year: 2026, number: 3, issuedOn: '2026-07-07', void: '未发送：事项已办结' }],
};

it('the review file of an item holds all of it: facts, measures, files, letters and every record', async () => {
  const { sheets } = await readXlsx(await reviewWorkbook(facts));
  expect(sheets.map(({ name }) => name)).toEqual(['事项', '整改措施', '佐证材料', '函件', '办理过程']);
  const [item, measures, files, letters, timeline] = sheets.map(({ rows }) => rows.slice(3));
  const labelled = new Map((item ?? []).map(([label, value]) => [label, value]));
  expect(labelled.get('根本原因')).toBe('账实脱节');
  // What is not so has no row.
  expect(labelled.has('完成情况')).toBe(false);
  expect(measures?.map(([number, text]) => [number, text])).toEqual([
    [1, '逐项登记资产'],
    [2, '每年盘点一次'],
  ]);
  expect(files).toEqual([
    ['=登记表.pdf', '1、2', new Date('2026-02-27'), '王小明', '2026-03-02 10:05', 'a'.repeat(64)],
  ]);
  expect(letters).toEqual([['提醒函', '〔2026〕3号', new Date('2026-07-07'), '未发送：事项已办结']]);
  expect(timeline?.map(([seq, , who]) => [seq, who])).toEqual([
    [1, '赵青'],
    [2, '按期'],
  ]);
});
