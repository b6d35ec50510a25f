/** Rows as high as what they say, whatever opens the workbook. */
import { expect, it } from 'vitest';
import { linesOf, rowHeight } from '../../../documents/sheets/row-height.ts';

it.each([
  ['', 10, 1],
  ['财务科', 10, 1],
  ['工程建设与质量安全监督科', 13, 2],
  ['一\n二\n\n四', 30, 4],
  ['Write down what was lent, and compare once a month', 20, 4],
])('%j in a column of %i takes %i lines', (said, width, lines) => expect(linesOf(said, width)).toBe(lines));

const columns = [{ width: 10 }, { width: 21 }];

it('the longest cell makes the row, and no row is higher than a program takes', () => {
  const one = rowHeight(['一', null], columns);
  expect(rowHeight([3, '逐项登记资产'], columns)).toBe(one);
  expect(rowHeight(['一', '逐项登记资产，每年集中盘点一次'], columns)).toBeGreaterThan(one);
  expect(rowHeight(['一\n二', '逐项登记资产，每年集中盘点一次'], columns)).toBe(rowHeight(['一\n二', null], columns));
  expect(rowHeight(['长'.repeat(4000), null], columns)).toBe(409);
});
