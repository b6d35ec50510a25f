/** Comma-separated values as offices save them. */
import { describe, expect, it } from 'vitest';
import { bookOf } from '../../../../documents/readers/text-of.ts';
import { readCsv } from '../../../../documents/readers/csv/read.ts';
import { gb18030 } from '../../../support/documents/encodings.ts';

const cells = (text: string) => readCsv(text)?.map((row) => row.cells);

describe('comma-separated values', () => {
  it('may be quoted, tabbed, marked and ended as they like', () => {
    expect(cells('\uFEFFa,b\r\n"x, y","say ""hi"""\r\n\r\n')).toEqual([
      ['a', 'b'],
      ['x, y', 'say "hi"'],
    ]);
    expect(cells('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cells('a;b;c\n1,5;2;3')).toEqual([
      ['a', 'b', 'c'],
      ['1,5', '2', '3'],
    ]);
    expect(cells('a,b\n"two\nlines",')).toEqual([
      ['a', 'b'],
      ['two\nlines', ''],
    ]);
  });

  it('keep the number of each row, those that are blank counted', () => {
    expect(readCsv('a,b\n\n,\n1,2')?.map(({ number }) => number)).toEqual([1, 4]);
  });

  it('are none where nothing stands between', () => {
    expect(readCsv('')).toBeNull();
    expect(readCsv('关于整改情况的报告\n已完成。')).toBeNull();
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('编号,进展\n1.1,已清查')],
    ['GBK', gb18030.table],
  ])('are a workbook of one sheet, in %s too', (_, bytes) => {
    const [sheet] = bookOf(bytes);
    expect(sheet?.name).toBe('CSV');
    expect(sheet?.rows.map(({ number, cells }) => [number, ...[...cells.values()].map(({ text }) => text)])).toEqual([
      [1, '编号', '进展'],
      [2, '1.1', '已清查'],
    ]);
  });
});
