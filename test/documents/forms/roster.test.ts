/** A list of people as people hand it in: every way of typing that is meant is read, and everything else told at its place. */
import { describe, expect, it } from 'vitest';
import { grid, xlsx } from '../../support/documents/xlsx.ts';
import { formReaders } from '../../../documents/forms/read.ts';
import { bookOf } from '../../../documents/readers/text-of.ts';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';

type Rows = readonly (readonly (string | number | null)[])[];

function read(
  ...sheets: readonly (Rows | { readonly rows: string; readonly after?: string; readonly state?: string })[]
) {
  const parts = sheets.map((sheet) => ('rows' in sheet ? sheet : { rows: grid(sheet) }));
  const form = formReaders.roster(bookOf(xlsx({ sheets: parts })));
  if ('needed' in form) throw new Error(`not found: ${form.needed.join(' ')}`);
  return form;
}
const heads = ['姓名', '邮箱', '权限', '单位'];

describe('a list of people', () => {
  it('is found under titles, in whatever order, with further columns, empty rows and what one types in full width', () => {
    const { contents, faults, ignored } = read([
      ['云岭区二〇二六年整改人员名单'],
      [],
      ['备注', '所属单位', '电子邮箱（必填）', '姓　名*', '手机', '角色', '是否巡察办'],
      ['甲', '财务科', 'ｗａｎｇ＠yunling.example', '王　小明', 13800000000, '经办、审核人员', '√'],
      [null, null, null, ' '],
      ['只有备注'],
      [null, '财务科', 'mailto:lin@yunling.example ', 'Lin  Xiao', '０００－１', 'Staff; Admin', '否'],
    ]);
    expect(faults).toEqual([]);
    expect(ignored).toEqual(['备注']);
    expect(contents.people).toMatchObject([
      {
        place: { sheet: 'S0', row: 4 },
        email: 'wang@yunling.example',
        name: '王小明',
        roles: ['staff', 'supervisor'],
        phone: '13800000000',
        inInspectionOffice: true,
      },
      { place: { row: 7 }, email: 'lin@yunling.example', name: 'Lin Xiao', roles: ['staff', 'admin'], phone: '000-1' },
    ]);
  });

  it('may stand on several sheets, beside a list of units, a sheet of anything else and a hidden one', () => {
    const { contents, ignored } = read(
      [heads, ['王小明', 'wang@yunling.example', '经办', '财务科']],
      [
        ['Full name', 'E-mail'],
        ['Lin Xiao', 'lin@yunling.example'],
      ],
      [
        ['单位名称', '排序', '联络员'],
        ['财务科', '3', 'lin@yunling.example'],
      ],
      [['说明'], ['单位怎么填']],
      { rows: grid([heads, ['藏', 'hidden@yunling.example']]), state: 'hidden' },
    );
    expect(contents.people.map(({ email, place }) => [place.sheet, email])).toEqual([
      ['S0', 'wang@yunling.example'],
      ['S1', 'lin@yunling.example'],
    ]);
    expect(ignored).toEqual(['S3']);
    expect(contents.units).toMatchObject([{ name: '财务科', position: 3, liaison: 'lin@yunling.example' }]);
  });

  it('reads a cell merged with those below it in each row, heads over two rows among them', () => {
    const rows = grid([
      ['姓名', '联系方式', null, '单位'],
      [null, '邮箱', '电话', null],
      ['王小明', 'wang@yunling.example', null, '财务科'],
      ['林晓', 'lin@yunling.example', null, null],
      [],
    ]);
    // The last range reaches over a row in which nobody stands.
    const merged = ['A1:A2', 'B1:C1', 'D1:D2', 'D3:D5'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const { contents, faults } = read({ rows, after: `<mergeCells>${merged}</mergeCells>` });
    expect(faults).toEqual([]);
    expect(contents.people.map(({ name, unit }) => [name, unit])).toEqual([
      ['王小明', '财务科'],
      ['林晓', '财务科'],
    ]);
  });

  it('tells every fault at once, by row and column', () => {
    const { contents, faults } = read([
      [...heads, '语言', '主要负责人', '电话', '姓名'],
      ['王'.repeat(101), '没有邮箱', '会计', '财务科', '法文', '也许', '1'.repeat(51)],
    ]);
    expect(faults.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [1, 'H', 'columnTwice'],
      [2, 'B', 'notAMailAddress'],
      [2, 'A', 'tooLong'],
      [2, 'C', 'notOneOf'],
      [2, 'G', 'tooLong'],
      [2, 'E', 'notOneOf'],
      [2, 'F', 'notOneOf'],
    ]);
    expect(contents.people[0]?.faulty).toContain('email');
  });

  it('reads formulas as their kept values, and tells of errors and of values that were not kept', () => {
    const cells =
      '<c r="A2" t="str"><f>"王"&amp;"小明"</f><v>王小明</v></c><c r="B2" t="str"><f>X()</f></c><c r="D2" t="e"><v>#REF!</v></c>';
    const { contents, faults } = read({ rows: `${grid([heads])}<row r="2">${cells}</row>` });
    expect(contents.people[0]?.name).toBe('王小明');
    expect(faults.map(({ column, problem }) => [column, problem.code])).toEqual([
      ['B', 'unread'],
      ['D', 'unread'],
    ]);
  });

  it('takes a text that looks like a formula for the text that it is', () => {
    const { contents } = read([heads, ['=1+1', 'wang@yunling.example', '经办', '财务科']]);
    expect(contents.people[0]?.name).toBe('=1+1');
  });
});

describe('a file that is no such list', () => {
  const code = (bytes: Uint8Array): string => {
    try {
      const form = formReaders.roster(bookOf(bytes));
      return 'needed' in form ? 'formUnknown' : 'read';
    } catch (error) {
      if (error instanceof UnreadableNotice) return error.facts.kind;
      throw error;
    }
  };

  it.each<[string, Uint8Array, string]>([
    [
      'without the heads',
      xlsx({ sheets: [{ rows: grid([['名单'], ['王小明', 'wang@yunling.example']]) }] }),
      'formUnknown',
    ],
    ['that is a text', new TextEncoder().encode('关于人员的说明\n王小明负责。'), 'notAWorkbook'],
    ['that is a page', new TextEncoder().encode('<!doctype html><p>姓名,邮箱</p>'), 'notAWorkbook'],
    ['that is a table of something else', new TextEncoder().encode('编号,问题\n1.1,登记不全'), 'formUnknown'],
    ['that is empty', new Uint8Array(), 'empty'],
    ['with a column far out', xlsx({ sheets: [{ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }] }), 'beyond'],
    [
      'with more rows than are read',
      xlsx({ sheets: [{ rows: grid([heads, ...Array.from({ length: 10_001 }, () => ['王小明'])]) }] }),
      'beyond',
    ],
    [
      'with merged ranges over and over',
      xlsx({
        sheets: [
          {
            rows: grid([heads, ['王小明']]) + '<row r="1000000"/>',
            after: `<mergeCells>${'<mergeCell ref="A2:A1000000"/>'.repeat(3)}</mergeCells>`,
          },
        ],
      }),
      'beyond',
    ],
  ])('%s is refused', (_, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });
});
