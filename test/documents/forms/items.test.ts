/** A list of findings as people hand it in: measures in lines or in rows of their own, dates of every kind. */
import { describe, expect, it } from 'vitest';
import { grid, xlsx } from '../../support/documents/xlsx.ts';
import { formReaders } from '../../../documents/forms/read.ts';
import { bookOf } from '../../../documents/readers/text-of.ts';

const heads = [
  '序号',
  '问题类别',
  '问题描述',
  '整改措施',
  '责任单位',
  '承办人',
  '牵头领导',
  '整改时限',
  '配合单位',
  '立行立改',
];
const styles =
  '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>';

function read(rows: string, after = '') {
  const form = formReaders.items(bookOf(xlsx({ sheets: [{ rows, after }], styles })));
  if ('needed' in form) throw new Error(`not found: ${form.needed.join(' ')}`);
  return form;
}

describe('a list of findings', () => {
  it('takes its title from above, and measures from lines of a cell and from rows below', () => {
    const { contents, faults } = read(
      grid([
        ['云岭局整改清单'],
        heads,
        [
          '1.1',
          '一、管理',
          '登记不全',
          '1. 补登\n（2）投入2.5万元\n3、核对\n2.5万元以上的另报',
          '财务科',
          '王小明',
          '张立',
          '2026/9/30',
          '工程科、巡察办',
          '是',
        ],
        [null, null, null, '每月抽查'],
        ['1.2', null, '制度不全', null, '工程科'],
      ]),
    );
    expect(faults).toEqual([]);
    expect(contents.title).toBe('云岭局整改清单');
    expect(contents.rows).toMatchObject([
      {
        number: '1.1',
        part: '一、管理',
        measures: ['补登', '投入2.5万元', '核对', '2.5万元以上的另报', '每月抽查'],
        supportingUnits: ['工程科', '巡察办'],
        dueOn: '2026-09-30',
        isImmediate: true,
      },
      {
        title: '制度不全',
        part: '一、管理',
        measures: [],
        unit: '工程科',
        handler: null,
        dueOn: null,
        isImmediate: false,
      },
    ]);
  });

  it('reads a finding merged over the rows of its measures as one, and a number as the day that it is', () => {
    const rows = grid([
      heads,
      [null, null, '登记不全', '补登', '财务科', null, null, 46295],
      [null, null, null, '核对', null],
      [null, null, '制度不全', '制定', '财务科'],
    ]);
    const { contents, faults } = read(
      rows.replace('</row><row r="4">', '</row><row r="4"><c r="H4" s="1"><v>46295</v></c>'),
      '<mergeCells><mergeCell ref="C2:C3"/><mergeCell ref="E2:E3"/></mergeCells>',
    );
    expect(faults).toEqual([]);
    expect(contents.rows.map(({ title, measures, dueOn }) => [title, measures, dueOn])).toEqual([
      ['登记不全', ['补登', '核对'], '2026-09-30'],
      ['制度不全', ['制定'], '2026-09-30'],
    ]);
  });

  it('tells of a row without a finding, of a short one, and of what is no date', () => {
    const { faults } = read(
      grid([
        heads,
        [null, null, null, '补登', '财务科'],
        [null, null, '缺', '补登', '财务科', null, null, '九月底前'],
        [null, null, null, null, '工程科'],
      ]),
    );
    expect(faults.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [2, 'C', 'missing'],
      [3, 'C', 'tooShort'],
      [3, 'H', 'notADate'],
      [4, 'C', 'missing'],
    ]);
  });
});
