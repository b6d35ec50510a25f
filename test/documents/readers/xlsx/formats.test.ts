/** Numbers and dates read as they are shown. */
import { expect, it } from 'vitest';
import { readFormats } from '../../../../documents/readers/xlsx/formats.ts';

const shown = (raw: string, code: string, is1904 = false): string => {
  const xml = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`;
  return readFormats(new TextEncoder().encode(xml), is1904).show(raw, 1);
};
const builtIn = (raw: string, id: number): string =>
  readFormats(
    new TextEncoder().encode(`<styleSheet><cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`),
    false,
  ).show(raw, 0);

it.each([
  ['46000', 'yyyy/m/d', '2025/12/9'],
  ['46000', 'yyyy"年"m"月"d"日"', '2025年12月9日'],
  ['46000', '[$-804]yyyy\\-mm\\-dd;@', '2025-12-09'],
  ['46000.75', 'yyyy-mm-dd hh:mm', '2025-12-09 18:00'],
  ['46000.75', 'h:mm AM/PM', '6:00 下午'],
  ['1.5', '[h]:mm', '36:00'],
  ['59', 'yyyy-mm-dd', '1900-02-28'],
  ['61', 'yyyy-mm-dd', '1900-03-01'],
  ['0.456', '0.0%', '45.6%'],
  ['1234567.5', '#,##0.00', '1,234,567.50'],
  ['12', '0"项"', '12'],
  ['-1', 'yyyy-mm-dd', '-1'],
  ['nonsense', '0.00', 'nonsense'],
])('%s as %s', (raw, code, text) => {
  expect(shown(raw, code)).toBe(text);
});

it.each([
  ['46000', 14, '2025/12/9'],
  ['46000', 31, '2025年12月9日'],
  ['46000', 57, '2025年12月'],
  ['0.25', 9, '25%'],
  ['0.1', 0, '0.1'],
  ['0.30000000000000004', 0, '0.3'],
  ['13800000000', 0, '13800000000'],
])('%s in the built-in format %i', (raw, id, text) => {
  expect(builtIn(raw, id)).toBe(text);
});

it('counts from 1904 where the workbook does', () => {
  expect(shown('0', 'yyyy-mm-dd', true)).toBe('1904-01-01');
});
