/** A web page reads as what a browser shows of it. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { utf16 } from '../../../support/documents/encodings.ts';

const read = (body: string): Promise<string> => textOf(Buffer.from(`<html><body>${body}</body></html>`));

it('turns blocks, headings and breaks into lines, and breaks of the source into spaces or nothing', async () => {
  const body = '<h1>通报</h1>\n<div>根据<b>部署</b>，\n  开展巡察。<br> 第二行</div><p>one\ntwo</p><pre>甲\n乙</pre>';
  expect(await read(body)).toBe('# 通报\n\n根据部署，开展巡察。\n第二行\n\none two\n\n甲\n乙');
});

it('replaces entities', async () => {
  expect(await read('<p>&ldquo;整改&rdquo;&nbsp;&#25972;&#x6539;&amp;&lt;&hellip;</p>')).toBe('“整改”\u00a0整改&<…');
});

it('reads tables as rows, with what spans columns and rows', async () => {
  const table =
    '<table><caption>台账</caption><thead><tr><th>序号</th><th colspan=2>问题</th></tr></thead><tr><td rowspan="2">1</td><td>甲</td><td>乙<br>二</td></tr><tr><td>丙<td>丁</table>';
  expect(await read(table)).toBe('台账\n\n序号\t问题\t\n1\t甲\t"乙\n二"\n\t丙\t丁');
});

it('reads tables that only lay a page out as text', async () => {
  expect(await read('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>')).toBe('甲\n\n乙');
  const table = '<table><tr><td>1</td><td>2</td></tr></table>';
  expect(await read(`<table><tr><td>甲</td><td>${table}</td></tr></table>`)).toBe('甲\n\n1\t2');
});

it('writes the marks of lists', async () => {
  expect(await read('<ol start=3><li>甲<li>乙</ol><ol type="A"><li><p>丙</p></li></ol><ul><li>丁</li></ul>')).toBe(
    '3. 甲\n\n4. 乙\n\nA. 丙\n\n• 丁',
  );
});

it('leaves out what no reader sees', async () => {
  const hidden = [
    '<script>1</script>',
    '<style>2</style>',
    '<nav>3</nav>',
    '<p hidden>4</p>',
    '<p style="DISPLAY : none"><b>5</b></p>',
    '<!-- 6 -->',
    '<p aria-hidden="true">7</p>',
    '<select><option>8</select>',
  ];
  expect(await read(`${hidden.join('')}<p>见</p>`)).toBe('见');
});

it('is decoded by its mark, by what it names, or by its bytes', async () => {
  const gbk = [0xd5, 0xfb, 0xb8, 0xc4];
  const page = (meta: string, text: readonly number[]): Uint8Array =>
    Uint8Array.from([...Buffer.from(`<html>${meta}<p>`), ...text]);
  expect(await textOf(page('<meta charset="gb2312">', gbk))).toBe('整改');
  expect(await textOf(page('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', gbk))).toBe('整改');
  expect(await textOf(page('', gbk))).toBe('整改');
  expect(await textOf(page('<meta charset="no-such">', [...Buffer.from('整改')]))).toBe('整改');
  expect(await textOf(page('<meta charset="big5">', [0xbe, 0xe3, 0xa7, 0xef]))).toBe('整改');
  expect(await textOf(utf16('\uFEFF<html><p>整改', true))).toBe('整改');
});

it('stays text where it only has a tag in it', async () => {
  expect(await textOf(Buffer.from('整改<br>情况'))).toBe('整改<br>情况');
});
