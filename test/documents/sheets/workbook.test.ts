import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { partsOf } from './samples.ts';
import { count, date, tableOf, text, type Table } from '../../../documents/sheets/table.ts';
import { workbook } from '../../../documents/sheets/workbook.ts';

type Row = readonly [string, string | null, number | null];

const columns = [
  text<Row>('事项', 30, ([said]) => said),
  date<Row>('期限', ([, day]) => day),
  count<Row>('份数', ([, , files]) => files),
];
const table = (rows: readonly Row[], more: Partial<Pick<Table, 'pagesWide'>> = {}): Table =>
  tableOf({ name: '台账', title: '云岭台账', note: '共 2 项。', ...more }, columns, rows);
const asOf = '2026-06-26T02:00:00.000Z';

const sheetOf = async (rows: readonly Row[], more: Partial<Pick<Table, 'pagesWide'>> = {}) => {
  const parts = partsOf(await workbook([table(rows, more)], 'zh-CN', asOf));
  return {
    sheet: parts['xl/worksheets/sheet1.xml'] ?? '',
    book: parts['xl/workbook.xml'] ?? '',
    styles: parts['xl/styles.xml'] ?? '',
  };
};

/** The number formats of the cells of a row, by their columns. */
function formatsIn(row: number, { sheet, styles }: { readonly sheet: string; readonly styles: string }): string[] {
  const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id = '']) => new RegExp(`numFmtId="${id}" formatCode="([^"]+)"`).exec(styles)?.[1] ?? id,
  );
  const [cells = ''] = new RegExp(`<row r="${row}".*?</row>`, 's').exec(sheet) ?? [];
  return [...cells.matchAll(/ s="(\d+)"/g)].map(([, style]) => formats[Number(style)] ?? '');
}

const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '_x003D_1+1', "=cmd|' /C calc'!A0", '＝1'];

describe('a workbook', () => {
  it('holds no formula, whatever a text begins with: each stays the string it was, in a cell of the format Text', async () => {
    const written = await sheetOf(hostile.map((said) => [said, null, null]));
    expect(written.sheet).not.toMatch(/<f[ >/]/);
    const texts = [...written.sheet.matchAll(/<c r="A(\d+)" ([^>]*)>/g)];
    expect(texts).toHaveLength(3 + hostile.length);
    expect(texts.filter(([, , attributes = '']) => !attributes.includes('t="inlineStr"'))).toEqual([]);
    for (const row of hostile.keys()) expect(formatsIn(4 + row, written)[0]).toBe('@');
    const read = await readXlsx(await workbook([table(hostile.map((said) => [said, null, null]))], 'zh-CN', asOf));
    expect(read.sheets[0]?.rows.slice(3).map(([said]) => said)).toEqual(
      hostile.map((said) => said.replace('\r\n', '\n')),
    );
  });

  it('holds days as days, with a format, and counts as numbers', async () => {
    const written = await sheetOf([['一', '2026-06-30', 3]]);
    expect(written.sheet).toMatch(/<c r="B4" s="\d+"><v>46203<\/v>/);
    expect(formatsIn(4, written)).toEqual(['@', 'yyyy-mm-dd', '0']);
  });

  it('is set up to be read and printed: widths, filter, heads that stay and are repeated, A4 landscape, page n of m', async () => {
    const { sheet, book } = await sheetOf([
      ['一', null, null],
      ['二', null, null],
    ]);
    expect(sheet).toContain('<col min="1" max="1" width="30" customWidth="true"/>');
    expect(sheet).toContain('<autoFilter ref="A3:C5"/>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    expect(sheet).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'台账\'!$1:$3</definedName>');
    expect(sheet).toContain('<mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/>');
    const wide = await sheetOf([['一', null, null]], { pagesWide: 2 });
    expect(wide.sheet).toContain('<mergeCell ref="A1:B1"/>');
    expect(wide.sheet).toContain('fitToWidth="2"');
    expect(wide.book).toContain("'台账'!$A:$B,'台账'!$1:$3");
  });

  it('shows each row whole, in programs that work out no heights as in those that do', async () => {
    const { sheet } = await sheetOf([
      ['一', null, null],
      ['逐项登记资产，每年集中盘点一次，盘点结果向党组报告', null, null],
    ]);
    const heights = [...sheet.matchAll(/<row r="[45]" ht="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(heights).toEqual([17.5, 32]);
  });

  it('can be read though nothing fits, or far too much: a cell has 32,767 characters at most', async () => {
    const { sheet } = await sheetOf([]);
    expect(sheet).toContain('<autoFilter ref="A3:C3"/>');
    const [said = ''] =
      (await readXlsx(await workbook([table([[`${'长'.repeat(32_765)}😀😀`, null, null]])], 'zh-CN', asOf))).sheets[0]
        ?.rows[3] ?? [];
    expect(String(said)).toBe(`${'长'.repeat(32_765)}…`);
    const odd = await sheetOf([['a\u0000\u0008b\ufffe\ud800<&>"', null, null]]);
    expect(odd.sheet).toContain('ab\ufffd&lt;&amp;&gt;');
  });

  it('of the same facts is the same to the byte', async () => {
    const write = () => workbook([table([['一', '2026-06-30', 1]])], 'en', asOf);
    expect(await write()).toEqual(await write());
  });
});
