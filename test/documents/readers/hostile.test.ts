/** Files made to harm whoever reads them: each is refused by its kind, soon, and nothing else is thrown. */
import { zipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';
import { maxFileBytes, readerLimits } from '../../../documents/readers/limits.ts';
import { textOf } from '../../../documents/readers/text-of.ts';
import type { Unreadable } from '../../../core/round/unreadable.ts';
import { docx, docxOf, paragraph } from '../../support/documents/docx.ts';
import { row, xlsx } from '../../support/documents/xlsx.ts';
import { zipped } from '../../support/documents/zip.ts';

vi.setConfig({ testTimeout: 10_000 });

/** Null for a file that is read. */
async function factsOf(bytes: Uint8Array): Promise<Unreadable | null> {
  try {
    await textOf(bytes);
    return null;
  } catch (error) {
    if (error instanceof UnreadableNotice) return error.facts;
    throw error;
  }
}

const megabyte = 1024 * 1024;
const document = docx({ body: paragraph('整改') });

/** Where the record of an entry begins in the directory at the end. */
function recordOf(bytes: Uint8Array, name: string): number {
  const at = Buffer.from(bytes).lastIndexOf(name);
  if (at < 46) throw new Error(`no entry ${name}`);
  return at - 46;
}

it('stops unpacking where a few bytes become too many', async () => {
  const zeros = new Uint8Array(70 * megabyte);
  const bomb = docx({ body: '' }, { 'word/document.xml': zeros });
  expect(bomb.length).toBeLessThan(megabyte);
  expect(await factsOf(bomb)).toMatchObject({ kind: 'beyond', limit: 'ratio', max: readerLimits.ratio });
  // Packed a hundred times only, so that the sum is what is too much.
  const tile = Array.from({ length: 16_384 }, (_, at) => ((at * 2_654_435_761) >>> 24).toString(36).at(-1)).join('');
  const heavy = docx({ body: '' }, { 'word/document.xml': Buffer.alloc(70 * megabyte, tile) });
  expect(await factsOf(heavy)).toMatchObject({ kind: 'beyond', limit: 'unpackedBytes' });
});

it('refuses larger files unread', async () => {
  const bytes = maxFileBytes + 1;
  expect(await factsOf(new Uint8Array(bytes))).toEqual({ kind: 'tooLarge', bytes, maxBytes: maxFileBytes });
});

it('believes no size that an archive claims', async () => {
  for (const claimed of [0, 1, 10, 0xfffffff0]) {
    const lying = Uint8Array.from(document);
    new DataView(lying.buffer).setUint32(recordOf(lying, 'word/document.xml') + 24, claimed, true);
    expect(await factsOf(lying)).toEqual({ kind: 'damaged', format: 'DOCX' });
  }
  const outside = Uint8Array.from(document);
  new DataView(outside.buffer).setUint32(recordOf(outside, 'word/document.xml') + 42, 0x7fffffff, true);
  expect(await factsOf(outside)).toEqual({ kind: 'damaged', format: 'DOCX' });
});

it('takes no name of an entry for a path', async () => {
  const slip = {
    '../../etc/passwd': 'x',
    '/etc/shadow': 'x',
    'C:\\windows\\x': 'x',
    __proto__: 'x',
    'constructor/prototype': 'x',
  };
  expect(await textOf(docx({ body: paragraph('整改') }, slip))).toBe('整改');
  const relations =
    '<Relationships><Relationship Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>';
  expect(await factsOf(zipped({ '_rels/.rels': relations }))).toEqual({ kind: 'binary', looksLike: 'ZIP' });
});

it('refuses archives of more entries than a document has', async () => {
  const many = Object.fromEntries(Array.from({ length: readerLimits.entries + 1 }, (_, at) => [`word/${at}`, '']));
  expect(await factsOf(zipped(many))).toMatchObject({
    kind: 'beyond',
    limit: 'entries',
    given: readerLimits.entries + 1,
  });
});

it.each([
  [
    'naming a file',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>',
  ],
  ['naming an address', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><w:document/>'],
  [
    'that multiplies',
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>',
  ],
])('refuses a document type %s', async (_, xml) => {
  expect(await factsOf(docx({ body: '' }, { 'word/document.xml': xml }))).toEqual({ kind: 'doctype', format: 'DOCX' });
  expect(await factsOf(docx({ body: '' }, { 'word/numbering.xml': xml }))).toEqual({ kind: 'doctype', format: 'DOCX' });
});

it('refuses elements far too deep in each other, in every format', async () => {
  const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);
  const beyond = { kind: 'beyond', limit: 'depth', max: readerLimits.depth };
  // Stored as they are: so often the same would be a bomb before it is deep.
  const nested = zipSync(
    { 'word/document.xml': Buffer.from(`<w:document>${deep('<w:p>', '</w:p>')}</w:document>`) },
    { level: 0 },
  );
  expect(await factsOf(nested)).toMatchObject(beyond);
  expect(await factsOf(Buffer.from(`<html>${deep('<div>', '')}`))).toMatchObject(beyond);
  expect(await factsOf(Buffer.from(`{\\rtf1 ${deep('{', '}')}}`))).toMatchObject(beyond);
});

it('refuses sheets and tables of thousands of columns or a million cells', async () => {
  const wide = xlsx({ sheets: [{ rows: '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>' }] });
  expect(await factsOf(wide)).toMatchObject({ kind: 'beyond', limit: 'columns', given: 16_384 });
  const many = zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') });
  expect(await factsOf(many)).toBeNull();
  const spans = '<td colspan="999">'.repeat(600);
  expect(await factsOf(Buffer.from(`<html><table>${`<tr>${spans.slice(0, 18)}</tr>`.repeat(600)}`))).toMatchObject({
    kind: 'beyond',
    limit: 'cells',
  });
  expect(await factsOf(Buffer.from(`<html><table><tr>${spans}`))).toMatchObject({ kind: 'beyond', limit: 'columns' });
});

it('ends with merged cells that cover everything', async () => {
  const after = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`;
  const rows = row('<c><v>1</v></c>') + '<row r="1048576"><c><v>2</v></c></row>';
  expect(await factsOf(xlsx({ sheets: [{ rows, after }] }))).toMatchObject({ kind: 'beyond', limit: 'cells' });
});

it('refuses files that end anywhere before their end', async () => {
  for (let end = 4; end < document.length; end += 97)
    expect((await factsOf(document.subarray(0, end)))?.kind, `at ${end}`).toBe('damaged');
});

it('is not slowed down by texts that are long in one way', async () => {
  const long = ' '.repeat(400_000);
  for (const body of [long, '\t'.repeat(400_000), '('.repeat(400_000), '<p>'.repeat(1000) + long]) {
    const started = performance.now();
    await factsOf(docxOf(body));
    await factsOf(Buffer.from(`<html><p>甲${body}\n乙`));
    await factsOf(Buffer.from(`{\\rtf1 ${body}}`));
    expect(performance.now() - started).toBeLessThan(3000);
  }
});
