/** The sheet of a unit: what is taken away is read again once it is filled in, as XLSX and as CSV. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { progressSheet } from '../../../documents/forms/progress-template.ts';
import { formReaders } from '../../../documents/forms/read.ts';
import { bookOf } from '../../../documents/readers/text-of.ts';
import { locales } from '../../../core/locale.ts';

const items = [
  { number: '1.1', title: '登记不全', measures: ['补登', '核对'], dueOn: '2026-07-06' },
  { number: '2.1', title: '账目不清', measures: [], dueOn: null },
];

const read = (bytes: Uint8Array) => {
  const form = formReaders.progress(bookOf(bytes));
  if ('needed' in form) throw new Error(`not found: ${form.needed.join(' ')}`);
  return form;
};

describe.each(locales)('the sheet of a unit in %s', (locale) => {
  const facts = { locale, round: '云岭县水利局整改', unit: '财务科', madeAt: '2026-03-02T02:00:00.000Z', items };

  it('holds its open items, and nothing that is reported before it is filled in', async () => {
    const { contents, faults, ignored } = read(await progressSheet(facts));
    expect([faults, ignored]).toEqual([[], []]);
    expect(contents).toMatchObject([
      { number: '1.1', finding: '登记不全', text: null, reporter: null },
      { number: '2.1', finding: '账目不清', text: null, reportedOn: null },
    ]);
  });

  it('is read with what was filled in', async () => {
    const { sheets } = await readXlsx(await progressSheet(facts));
    const yes = locale === 'en' ? 'Yes' : '是';
    const filled = sheets.map(({ name, rows }, at) => ({
      name,
      rows: rows.map((row, index) =>
        at === 0 && index === 3
          ? [...row.slice(0, 4), '已补登\n已核对', yes, '2026年3月2日', '苏 敏', '缺一份回执']
          : row,
      ),
    }));
    const { contents, faults } = read(await writeXlsx({ sheets: filled }));
    expect(faults).toEqual([]);
    expect(contents[0]).toMatchObject({
      ...{ text: '已补登\n已核对', isDone: true, reportedOn: '2026-03-02', reporter: '苏敏', note: '缺一份回执' },
    });
  });

  it('explains each of its columns', async () => {
    const { sheets } = await readXlsx(await progressSheet(facts));
    const [table, guide] = sheets;
    expect(guide?.rows.slice(3).map(([head]) => head)).toEqual(table?.rows[2]);
    expect(guide?.rows.slice(3).every(([, meaning]) => String(meaning).length > 3)).toBe(true);
  });
});

describe('a sheet of progress', () => {
  it('may be a CSV, under heads of its own', () => {
    const csv = '编号,问题,整改情况,完成与否,日期,填表人,说明\n1.1,登记不全,"已补登,已核对",×,2026/3/2,苏敏,\n';
    expect(read(new TextEncoder().encode(csv)).contents).toMatchObject([
      { place: { sheet: 'CSV', row: 2 }, text: '已补登,已核对', isDone: false, reportedOn: '2026-03-02' },
    ]);
  });

  it('tells what is no date and no answer at its place', () => {
    const csv = '编号,进展情况,是否完成,填报日期,填报人\n1.1,已补登,大概,上周,苏敏\n';
    const { faults } = read(new TextEncoder().encode(csv));
    expect(faults.map(({ row, column, problem }) => `${column}${row} ${problem.code}`)).toEqual([
      'C2 notOneOf',
      'D2 notADate',
    ]);
  });
});
