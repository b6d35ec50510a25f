import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { itemFacts, partsOf, roundFacts } from './samples.ts';
import { roundWorkbook } from '../../../documents/sheets/round-sheet.ts';
import { roundSheets, type RoundSheet } from '../../../core/round/sheets.ts';
import type { RoundFacts } from '../../../documents/sheets/facts.ts';

async function rowsOf(sheet: RoundSheet, facts: RoundFacts = roundFacts('zh-CN')) {
  const { sheets } = await readXlsx(await roundWorkbook(sheet, facts));
  const rows = sheets[0]?.rows ?? [];
  const [title = [], note = [], heads = [], ...body] = rows;
  const cell = (row: number, head: string) => body[row]?.[heads.indexOf(head)];
  return { name: sheets[0]?.name, title: title[0], note: note[0], heads, body, cell };
}

describe('the lists of a round', () => {
  it('say whose they are, as of when, how many items they hold, and of which unit alone', async () => {
    const { name, title, note } = await rowsOf('findings', roundFacts('zh-CN', { unit: '财务科' }));
    expect([name, title]).toEqual(['问题清单', '云岭县水利局整改问题清单']);
    expect(note).toBe('截至 2026-06-26 10:00（北京时间），共 3 项。只含财务科的事项。');
  });

  it('of findings have a row an item, with a mark on dates that rest on a year nobody has published', async () => {
    const { body, cell } = await rowsOf('findings');
    expect(body).toHaveLength(3);
    expect(cell(0, '整改期限')).toEqual(new Date('2026-07-06T00:00:00.000Z'));
    expect(cell(0, '备注')).toBeNull();
    expect(cell(2, '备注')).toBe('2027年节假日安排未公布');
  });

  it('of tasks have a row a measure, due with the whole where it has no date, and one for an item without any', async () => {
    const { body, cell } = await rowsOf('tasks');
    expect(body).toHaveLength(2 + 2 + 1);
    expect([cell(0, '期限'), cell(1, '期限')]).toEqual([new Date('2026-03-31'), new Date('2026-07-06')]);
    expect([cell(0, '材料份数'), cell(1, '材料份数')]).toEqual([1, 0]);
    expect(cell(4, '整改措施')).toBe('（尚未报送措施）');
    const atOnce = await rowsOf(
      'tasks',
      roundFacts('zh-CN', { items: [itemFacts({ immediate: true, measures: [] })] }),
    );
    expect(atOnce.cell(0, '整改措施')).toBe('立行立改');
  });

  it('of duties say who answers for what, whose turn it is, and by when', async () => {
    const { cell } = await rowsOf('duties');
    expect([cell(0, '牵头领导'), cell(0, '承办人'), cell(0, '联络员')]).toEqual(['张立', '王小明', '林晓']);
    expect([cell(0, '等待'), cell(0, '待办内容')]).toEqual(['责任单位\n王小明', '申请销号']);
    expect(cell(1, '等待')).toBeNull();
  });

  it('as a ledger tell each item from its root cause to how it stands', async () => {
    const { cell } = await rowsOf('ledger');
    expect(cell(0, '整改措施')).toBe('1．逐项登记资产\n2．每年盘点一次');
    expect([cell(0, '首次期限'), cell(0, '延期次数')]).toEqual([new Date('2026-06-30'), 1]);
    expect([cell(0, '状态灯'), cell(0, '剩余工作日'), cell(0, '进展情况')]).toEqual(['▲ 临期', 6, '已登记一半。']);
    expect([cell(1, '完成情况'), cell(1, '认定日期')]).toEqual(['凭证已逐笔复核。', new Date('2026-05-11')]);
  });

  it('as a close-out sheet name the three who answer for a closure', async () => {
    const { cell } = await rowsOf('closures');
    expect(cell(1, '申请销号')).toBe('王小明，2026-05-06');
    expect(cell(1, '审核同意')).toBe('张立，2026-05-08\n同意');
    expect(cell(1, '认定意见')).toBe('李敏，2026-05-11\n同意销号');
    expect(cell(0, '佐证材料')).toBe('1．登记表.pdf');
  });

  it('are written in the language of the reader', async () => {
    const { title, heads, cell } = await rowsOf('ledger', roundFacts('en'));
    expect(title).toBe('云岭县水利局整改: Ledger');
    expect(heads.join()).not.toMatch(/\p{Script=Han}/u);
    expect(cell(0, 'State')).toBe('In progress');
  });

  it.each(roundSheets)('%s can be taken away with no item in it', async (sheet) => {
    const bytes = await roundWorkbook(sheet, roundFacts('en', { items: [] }));
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('<autoFilter');
  });
});
