import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../cli/csv.ts';
import { cut, table, widthOf } from '../../cli/table.ts';

describe('a table', () => {
  test('lines up where Chinese and Latin stand together', () => {
    const lines = table([
      ['编号', 'Unit', '状态'],
      ['1.1', '财务科', '整改中'],
      ['12.10', 'Works', 'done'],
    ]).split('\n');
    expect(lines).toEqual([
      '编号   Unit    状态',
      '─────  ──────  ──────',
      '1.1    财务科  整改中',
      '12.10  Works   done',
    ]);
  });

  test.each([
    ['abc', 3],
    ['财务科', 6],
    ['“财”', 4],
    ['（一）', 6],
    ['● 正常', 6],
    ['e\u0301', 1],
    ['𠀀', 2],
  ])('counts %s as %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  test('cuts between characters, never within', () => {
    expect(cut('固定资产未登记', 8)).toBe('固定资…');
    expect(cut('固定资产', 8)).toBe('固定资产');
  });
});

describe('CSV', () => {
  test('may be quoted, tabbed, marked and ended as it likes', () => {
    expect(parseCsv('\uFEFFa,b\r\n"x, y","say ""hi"""\r\n\r\n')).toEqual([
      ['a', 'b'],
      ['x, y', 'say "hi"'],
    ]);
    expect(parseCsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseCsv('a,b\n"two\nlines",')).toEqual([
      ['a', 'b'],
      ['two\nlines', ''],
    ]);
    expect(parseCsv('')).toEqual([]);
  });
});
