import { describe, expect, test } from 'vitest';
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
