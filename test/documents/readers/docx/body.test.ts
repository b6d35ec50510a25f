/** What a reader sees of a Word document, and what they do not. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { docx, inList, level, list, paragraph, run, style, use } from '../../../support/documents/docx.ts';

const read = (body: string, more: { styles?: string; numbering?: string } = {}): Promise<string> =>
  textOf(docx({ body, ...more }));
const lines = async (body: string, more = {}): Promise<string[]> =>
  (await read(body, more)).split('\n').filter((line) => line !== '');

const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

it('keeps paragraphs apart and joins the runs of one', async () => {
  expect(await read(`<w:p>${run('整改')}${run('情况')}</w:p>${paragraph('')}${paragraph('第二段')}`)).toBe(
    '整改情况\n\n第二段',
  );
});

it('writes headings by their outline level, their own or that of a style, and the title above them', async () => {
  const styles =
    style('T', 'Title', '') +
    style('H', 'heading 1', '<w:outlineLvl w:val="0"/>') +
    style('K', '小标题', '', '<w:basedOn w:val="H"/>');
  const body =
    paragraph('通报', '<w:pStyle w:val="T"/>') +
    paragraph('甲', '<w:pStyle w:val="K"/>') +
    paragraph('乙', '<w:outlineLvl w:val="1"/>') +
    paragraph('丙', '<w:outlineLvl w:val="9"/>');
  expect(await lines(body, { styles })).toEqual(['# 通报', '## 甲', '### 乙', '丙']);
});

it('reads tables as rows with tabs, covered cells as empty ones', async () => {
  const body = table(
    row(cell('序号'), cell('问题', '<w:gridSpan w:val="2"/>')),
    row(cell('1', '<w:vMerge w:val="restart"/>'), cell('甲'), cell('乙')),
    row(cell('旧', '<w:vMerge/>'), cell('丙'), cell('丁')),
  );
  expect(await read(body)).toBe('序号\t问题\t\n1\t甲\t乙\n\t丙\t丁');
});

it('quotes a cell of several paragraphs, and reads a table of one column as its paragraphs', async () => {
  const two = `<w:tc>${paragraph('一是甲。')}${paragraph('二是"乙"。')}</w:tc>`;
  expect(await read(table(row(cell('1'), two)))).toBe('1\t"一是甲。\n二是""乙""。"');
  expect(await lines(table(row(cell('甲')), row(two)))).toEqual(['甲', '一是甲。', '二是"乙"。']);
});

it('reads a text box once, behind the paragraph that holds it', async () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await lines(`<w:p>${run('段')}${both}${run('落')}</w:p>`)).toEqual(['段落', '框内']);
  expect(
    await lines(`<w:p>${run('段')}<w:r><w:pict><v:textbox>${box('旧框')}</v:textbox></w:pict></w:r></w:p>`),
  ).toEqual(['段', '旧框']);
});

it('reads tracked changes as accepted', async () => {
  const gone = `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>${run('移走')}</w:moveFrom>`;
  expect(await read(`<w:p>${gone}<w:ins>${run('新')}</w:ins><w:moveTo>${run('移来')}</w:moveTo></w:p>`)).toBe('新移来');
  const open = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p>`;
  expect(await lines(open + paragraph('后半') + open)).toEqual(['前半后半', '前半']);
  expect(
    await read(table(row(cell('甲'), cell('乙')), `<w:tr><w:trPr><w:del/></w:trPr>${cell('丙')}${cell('丁')}</w:tr>`)),
  ).toBe('甲\t乙');
});

it('takes no list from how a paragraph looked before', async () => {
  const was = paragraph('甲', `<w:pPrChange><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`);
  expect(await read(was, { numbering: list(0, level(0, 'decimal', '%1.')) + use(1, 0) })).toBe('甲');
});

it('leaves codes of fields, tables of contents, hidden text and settings of controls out', async () => {
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  expect(await read(`<w:p>${field('REF a', '见第三条')}${field('TOC \\o', '目录')}</w:p>`)).toBe('见第三条');
  const styles = '<w:style w:type="character" w:styleId="V"><w:name w:val="V"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const hidden = run('隐', '<w:vanish/>') + run('藏', '<w:rStyle w:val="V"/>') + run('显', '<w:vanish w:val="0"/>');
  expect(await read(`<w:p>${hidden}</w:p>`, { styles })).toBe('显');
  expect(
    await read(
      `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:text/></w:sdtPr><w:sdtContent>${paragraph('内容')}</w:sdtContent></w:sdt>`,
    ),
  ).toBe('内容');
});

it('turns breaks, tabs, hyphens and symbols into what they look like', async () => {
  const signs =
    '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A1"/></w:r>';
  expect(await read(`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>${signs}</w:p>`)).toBe(
    '甲\n乙\t丙-☑',
  );
});
