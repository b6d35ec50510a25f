/** Automatic numbers become the marks that a reader sees in Word. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { docx, inList, level, list, paragraph, style, use } from '../../../support/documents/docx.ts';

const linesOf = async (parts: Parameters<typeof docx>[0]): Promise<string[]> =>
  (await textOf(docx(parts))).split('\n').filter((line) => line !== '');

const chapters =
  level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.');
const items = (listId: number, ...levels: readonly number[]): string =>
  levels.map((at, index) => paragraph(`第${index}`, inList(listId, at))).join('');

it('counts each level, and begins it anew under the next of a level above', async () => {
  expect(await linesOf({ body: items(1, 0, 1, 1, 2, 0, 1, 2), numbering: list(0, chapters) + use(1, 0) })).toEqual([
    ...['一、第0', '（一）第1', '（二）第2', '1. 第3', '二、第4', '（一）第5', '1. 第6'],
  ]);
});

it('never begins a level anew where the list says so, or only after the level it names', async () => {
  const through = level(0, 'decimal', '%1.') + level(1, 'decimal', '（%2）', '<w:lvlRestart w:val="0"/>');
  expect(await linesOf({ body: items(1, 0, 1, 0, 1), numbering: list(0, through) + use(1, 0) })).toEqual([
    ...['1. 第0', '（1）第1', '2. 第2', '（2）第3'],
  ]);
  const afterFirst =
    level(0, 'decimal', '%1.') +
    level(1, 'decimal', '（%2）') +
    level(2, 'decimal', '%3）', '<w:lvlRestart w:val="1"/>');
  expect(await linesOf({ body: items(1, 0, 1, 2, 1, 2, 0, 2), numbering: list(0, afterFirst) + use(1, 0) })).toEqual([
    ...['1. 第0', '（1）第1', '1）第2', '（2）第3', '2）第4', '2. 第5', '1）第6'],
  ]);
});

it('writes numbers of levels above, in digits where the level is a legal one', async () => {
  const decimals =
    level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'decimal', '%1-%2-%3');
  expect(await linesOf({ body: items(1, 0, 1, 2, 0, 1), numbering: list(0, decimals) + use(1, 0) })).toEqual([
    ...['一、第0', '1.1 第1', '一-1-1 第2', '二、第3', '2.1 第4'],
  ]);
});

it('goes on counting in another use of the list, and begins anew in one that says where', async () => {
  const again = use(2, 0) + use(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
  const body = items(1, 0, 0) + items(2, 0) + items(3, 0, 0) + items(2, 0);
  expect(
    (await linesOf({ body, numbering: list(0, chapters) + use(1, 0) + again })).map((line) => line.charAt(0)),
  ).toEqual([...['一', '二', '三', '五', '六', '七']]);
});

it('takes the level that a use of the list writes in its own way', async () => {
  const other = use(
    1,
    0,
    `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1', '', 3)}</w:lvlOverride>`,
  );
  expect(await linesOf({ body: items(1, 0, 0), numbering: list(0, chapters) + other })).toEqual(['③第0', '④第1']);
});

it('follows numbers that a style gives, through styles it rests on and lists kept in styles', async () => {
  const styles =
    style('Base', 'Base', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
    style('One', 'One', '', '<w:basedOn w:val="Base"/>') +
    style('Two', 'Two', '', '<w:basedOn w:val="Base"/>') +
    style('Kept', 'Kept', '<w:numPr><w:numId w:val="2"/></w:numPr>');
  const levels =
    level(0, 'decimal', '%1.', '<w:pStyle w:val="One"/>') +
    level(1, 'lowerLetter', '（%2）', '<w:pStyle w:val="Two"/>');
  const numbering = list(0, '<w:numStyleLink w:val="Kept"/>') + list(1, levels) + use(1, 0) + use(2, 1);
  const body = ['One', 'Two', 'Two', 'One'].map((name) => paragraph(name, `<w:pStyle w:val="${name}"/>`)).join('');
  expect(await linesOf({ body, styles, numbering })).toEqual(['1. One', '（a）Two', '（b）Two', '2. One']);
});

it('takes number 0 for none, counts paragraphs without text, and shows bullets as bullets', async () => {
  const styles = style('One', 'One', inList(1));
  const numbering = list(0, chapters) + use(1, 0) + list(1, level(0, 'bullet', '')) + use(2, 1);
  const body =
    paragraph('甲', '<w:pStyle w:val="One"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
    paragraph('', '<w:pStyle w:val="One"/>') +
    paragraph('乙', '<w:pStyle w:val="One"/>') +
    paragraph('丙', inList(2)) +
    paragraph('丁', inList(99));
  expect(await linesOf({ body, styles, numbering })).toEqual(['甲', '二、乙', '• 丙', '丁']);
});

it('ends in circles of styles and of lists', async () => {
  const styles = style('A', 'A', '', '<w:basedOn w:val="B"/>') + style('B', 'B', inList(1), '<w:basedOn w:val="A"/>');
  const numbering = list(0, '<w:numStyleLink w:val="B"/>') + use(1, 0);
  expect(await linesOf({ body: paragraph('甲', '<w:pStyle w:val="A"/>'), styles, numbering })).toEqual(['甲']);
});
