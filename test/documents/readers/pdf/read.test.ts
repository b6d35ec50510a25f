/** A PDF reads as its lines stand on paper, without what belongs to the paper. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { pdf } from '../../../support/documents/pdf.ts';

const SIZE = 10;
/** Lines from the top down, each at its place from the left. */
const page = (...lines: readonly (readonly [number, string])[]) =>
  lines.map(([x, text], at) => ({ text, x, y: 700 - at * 15, size: SIZE }));

it('joins a line that fills the measure with the next, unless that is set in', async () => {
  const full = '整'.repeat(20);
  const lines = page(
    [70, full],
    [50, `${full}改改`],
    [50, '完。'],
    [70, '短行'],
    [50, '又一行'],
    [70, `${full}`],
    [70, '另起一段'],
  );
  expect(await textOf(pdf([lines]))).toBe(`${full}${full}改改完。\n短行\n又一行\n${full}\n另起一段`);
});

it('joins over the end of a page, and leaves page numbers and repeated headers out', async () => {
  const full = (number: number): string => '一二三'.charAt(number - 1).repeat(20);
  const pages = [1, 2, 3].map((number) => [
    { text: '某某县水利局', x: 200, y: 800, size: 9 },
    ...page([50, full(number)], [50, full(number)]),
    { text: `— ${number} —`, x: 250, y: 40, size: 9 },
  ]);
  expect(await textOf(pdf(pages))).toBe([1, 1, 2, 2, 3, 3].map(full).join(''));
});

it('reads pieces of one line from left to right, with gaps as spaces and rows with tabs', async () => {
  const at = (x: number, y: number, text: string) => ({ text, x, y, size: SIZE });
  const pieces = [
    at(80, 700, '改'),
    at(50, 700, '整'),
    at(60, 700.5, '甲'),
    at(50, 650, '1'),
    at(100, 650, '问题'),
    at(200, 650, '措施'),
  ];
  expect(await textOf(pdf([pieces]))).toBe('整甲 改\n1\t问题\t措施');
});

it('reads two columns one after the other', async () => {
  const column = (x: number, sign: string) =>
    Array.from({ length: 12 }, (_, at) => ({ text: sign.repeat(20), x, y: 700 - at * 15, size: SIZE }));
  expect(await textOf(pdf([[...column(50, '左'), ...column(300, '右')]]))).toBe('左'.repeat(240) + '右'.repeat(240));
});

it('without text is refused as a scan, and what is no PDF inside as damaged', async () => {
  await expect(textOf(pdf([[], []]))).rejects.toMatchObject({ facts: { kind: 'scanned', pages: 2 } });
  await expect(textOf(Buffer.from('%PDF-1.7\nnothing'))).rejects.toMatchObject({
    facts: { kind: 'damaged', format: 'PDF' },
  });
});

it('that asks for a password is refused as encrypted', async () => {
  const key = '<'.concat('00'.repeat(32), '>');
  const locked = pdf(
    [page([50, '整改'])],
    `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> `,
  );
  await expect(textOf(locked)).rejects.toMatchObject({ facts: { kind: 'encrypted', format: 'PDF' } });
});
