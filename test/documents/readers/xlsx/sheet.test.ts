/** A workbook reads as what Excel copies of it. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { inline, row, xlsx } from '../../../support/documents/xlsx.ts';

it('reads shared, rich and inline strings, booleans, errors and kept values of formulas', async () => {
  const strings = [
    '<t>序号</t>',
    '<r><t>问</t></r><r><rPr><b/></rPr><t>题</t></r><rPh sb="0" eb="1"><t>wen</t></rPh>',
    '<t>甲_x000D_\n乙</t>',
  ];
  const rows =
    row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', inline('情况')) +
    row(
      '<c><v>1</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>算出</v></c>',
      '<c t="e"><v>#N/A</v></c>',
    ) +
    row('<c t="s"><v>2</v></c>', '<c t="s"><v>99</v></c>', inline('丙'));
  expect(await textOf(xlsx({ sheets: [{ rows }], strings }))).toBe(
    '序号\t问题\t情况\t\n1\tTRUE\t算出\t#N/A\n"甲\n乙"\t\t丙\t',
  );
});

it('quotes cells with breaks, tabs and quotes', async () => {
  const rows = row(inline('1.甲；\n2."乙"'), inline('丙\t丁'));
  expect(await textOf(xlsx({ sheets: [{ rows }] }))).toBe('"1.甲；\n2.""乙"""\t"丙\t丁"');
});

it('puts cells where their references say, and one empty line for empty rows', async () => {
  const rows = '<row r="1"><c r="C1"><v>3</v></c></row><row r="5"/><row r="900000"><c r="B900000"><v>2</v></c></row>';
  expect(await textOf(xlsx({ sheets: [{ rows }] }))).toBe('\t\t3\n\n\t2\t');
});

it('leaves hidden sheets, rows and columns out', async () => {
  const rows = `${row('<c><v>1</v></c>', '<c><v>2</v></c>', '<c><v>3</v></c>')}<row hidden="1"><c><v>4</v></c></row>`;
  const shown = { rows, before: '<cols><col min="2" max="2" hidden="1"/></cols>' };
  const hidden = ['hidden', 'veryHidden'].map((state) => ({ rows, state }));
  expect(await textOf(xlsx({ sheets: [shown, ...hidden, { rows: row('<c><v>5</v></c>') }] }))).toBe('1\t3\n\n5');
});

it('shows a merged cell once, in its first place', async () => {
  const rows = row(inline('甲'), inline('藏'), inline('乙')) + row(inline('隐'), inline('没'), inline('丙'));
  const after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
  expect(await textOf(xlsx({ sheets: [{ rows, after }] }))).toBe('甲\t\t乙\n\t\t丙');
});
