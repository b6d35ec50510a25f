/** RTF reads as what Word and WPS show of it. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { rtf, rtfText } from '../../../support/documents/rtf.ts';

const read = (body: string, head = ''): Promise<string> => textOf(rtf(body, head));

it('decodes bytes by the code page and by the font, and Unicode with what stands in for it', async () => {
  expect(await read("\\'d5\\'fb\\'b8\\'c4\\par\\u25972?\\u25913\\'3f\\uc2\\u24773\\'c7\\'e9")).toBe('整改\n\n整改情');
  const fonts = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}\\ansicpg1252";
  expect(await read("\\f1\\'d5\\'fb\\f0 \\'e9", fonts)).toBe('整é');
});

it('reads tables, headings, breaks and signs', async () => {
  const table =
    '\\trowd\\cellx1\\cellx2\\pard\\intbl 1\\cell a\\par b\\cell\\row\\trowd\\pard\\intbl 2\\cell\\cell\\row\\pard after\\par';
  expect(await read(table)).toBe('1\t"a\nb"\n2\t\n\nafter');
  expect(await read('\\outlinelevel0 A\\par\\pard b\\line c\\tab d\\~e\\_f\\-g\\{\\}')).toBe('## A\n\nb\nc\td e-fg{}');
});

it('keeps marks of lists, drawn boxes and results of fields', async () => {
  const body = `{\\listtext ${rtfText('（一）')}\\tab}${rtfText('甲')}{\\field{\\*\\fldinst REF x}{\\fldrslt 1}}\\par{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt box\\par}}{\\shprslt old}}`;
  expect(await read(body)).toBe('（一）甲1\n\nbox');
});

it('leaves out hidden and deleted text, headers, notes, styles, pictures and what it does not know', async () => {
  const body =
    '{\\stylesheet{\\s0 Normal;}}{\\*\\unknown x}{\\header head}{\\footnote note}{\\v hidden}{\\deleted gone}{\\pict 00ff}{\\info{\\author me}}\\bin4 }}{{seen';
  expect(await read(body)).toBe('seen');
});

it('that ends within a group is damaged', async () => {
  await expect(textOf(Buffer.from('{\\rtf1 {\\b a}'))).rejects.toMatchObject({
    facts: { kind: 'damaged', format: 'RTF' },
  });
});
