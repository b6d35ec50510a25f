/** Files that LibreOffice wrote of fictional documents: another writer than those of these tests has styles and numbers of its own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';
import { textOf } from '../../../documents/readers/text-of.ts';
import { allTold } from '../../support/siblings.ts';

const read = (name: string): Promise<string> => textOf(readFileSync(new URL(`written/${name}`, import.meta.url)));

/** What it says, wherever it stands. */
const said = async (name: string): Promise<string[]> =>
  allTold(parseNotice(await read(name)))
    .split('\n')
    .map((line) => line.replace(/^\? \d+/, '?'));

const PLAN = [
  '中共青泽县水利局党组关于县委巡察反馈意见整改进展情况的通报 | 中共青泽县水利局党组 | - | 县委第二巡察组 | 县水利局党组',
  'inspection 2025-03-10/2025-05-09',
  'feedback 2025-06-18',
  'published 2025-12-05',
  '0876-7000001 | 青泽县云水路5号 | - | -',
  '# 一、履行主体责任方面',
  '（一） 关于理论学习不深入的问题 : 修订学习计划。 / 每月通报学习情况。',
  '（二） 关于河道巡查流于形式的问题 (done) : 划分责任河段12处。 / 建立巡河台账。目前，该问题已完成整改。',
  '# 二、工程管理方面',
  '1 质量监督缺位 (done) : 抽检工程8处 / 约谈监理单位',
  '2 档案移交滞后 (ongoing) : 补齐档案36卷',
  '@ 3 - | - | 质监站 | - | - | -',
  '@ 4 - | - | 办公室 | - | - | -',
];

const LIST = [
  '青泽县民政局党组巡察整改情况的报告 | 青泽县民政局党组 | - | 县委第一巡察组 | 县民政局党组',
  'feedback 2025-06-18',
  '1 关于低保核查不及时的问题 : 每月核查； / 入户走访。',
  '2 关于养老床位闲置的问题 : 转为社区食堂。',
  '? 现将整改情况报告如下：',
];

const LEDGER = [
  '青泽县民政局巡察整改台账 | 青泽县民政局 | - | - | -',
  '1 低保核查不及时 (done) : 每月核查 / 入户走访',
  '2 养老床位闲置 (ongoing) : 转为社区食堂',
  '@ 1 - | - | 救助科 | - | - | -',
  '@ 2 - | - | 养老科 | - | - | -',
];

describe('a file of another writer says the same', () => {
  it.each([
    ['plan.docx', PLAN],
    ['plan.rtf', PLAN],
    ['list.docx', LIST],
    ['list.rtf', LIST],
    ['list.pdf', LIST],
    ['ledger.xlsx', LEDGER],
  ])('%s', async (name, expected) => {
    expect(await said(name)).toEqual(expected);
  });

  it('and one of before 2007 is refused with what to do', async () => {
    await expect(read('list.doc')).rejects.toMatchObject({
      constructor: UnreadableNotice,
      facts: { kind: 'oldFormat' },
      message: expect.stringContaining('save it as .docx') as string,
    });
  });
});

it('no blank stands where a page has only air between Chinese and digits', async () => {
  expect(await read('list.pdf')).toContain('2025年6月18日，');
});
