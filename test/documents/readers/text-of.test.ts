/** Where the same sentence stands is another line in each form: blank lines, and what a page is filled with, are its own. */
const withoutPlaces = ({ unplaced = [], grounds: _, ...notice }: Notice) => ({
  ...notice,
  unplaced: unplaced.map(({ text }) => text),
});

/** One notice in every format gives the same notice; what cannot be read is told by its kind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../core/round/notice.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';
import { textOf } from '../../../documents/readers/text-of.ts';
import type { Unreadable } from '../../../core/round/unreadable.ts';
import { docx, docxOf, paragraph } from '../../support/documents/docx.ts';
import { utf16 } from '../../support/documents/encodings.ts';
import { htmlOf } from '../../support/documents/html.ts';
import { pdfOf } from '../../support/documents/pdf.ts';
import { rtfOf } from '../../support/documents/rtf.ts';
import { xlsxOf } from '../../support/documents/xlsx.ts';
import { zipped } from '../../support/documents/zip.ts';

const sample = readFileSync(new URL('../../../documents/sample/notice.md', import.meta.url), 'utf8');
const seedFolder = new URL('../../../../shared/seed/', import.meta.url);
const seeds = existsSync(seedFolder) ? readdirSync(seedFolder).filter((name) => name.endsWith('.txt')) : [];
/** Marks that automatic numbering cannot write are set right first, and spaces that a PDF has no need to keep. */
const seed = (name: string): string =>
  readFileSync(new URL(name, seedFolder), 'utf8')
    .replace(/^(#+ )\(([一二三四])\)/gm, '$1（$2）')
    .replaceAll('**', '')
    .replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '');

const formats: readonly (readonly [string, (markdown: string) => Uint8Array])[] = [
  ['DOCX with automatic numbers', docxOf],
  ['XLSX', xlsxOf],
  ['HTML', (markdown) => Buffer.from(htmlOf(markdown))],
  ['RTF', rtfOf],
  ['PDF', pdfOf],
  ['UTF-16', (markdown) => utf16(markdown, true)],
];

const notices: readonly (readonly [string, string])[] = [
  ['the sample', sample],
  ...seeds.map((name) => ['the notice this project was made from', seed(name)] as const),
];

describe.each(notices)('%s', (_, markdown) => {
  it.each(formats)('is the same notice as %s', async (_name, make) => {
    expect(withoutPlaces(parseNotice(await textOf(make(markdown))))).toEqual(withoutPlaces(parseNotice(markdown)));
  });
});

/** A compound file whose directory names one stream. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(stream, true), 1024);
  bytes[1024 + 64] = (stream.length + 1) * 2;
  return bytes;
}

async function factsOf(bytes: Uint8Array): Promise<Unreadable> {
  const error: unknown = await textOf(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableNotice)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error.facts;
}

it.each<[string, Uint8Array, Unreadable]>([
  ['nothing', new Uint8Array(0), { kind: 'empty' }],
  ['an old document', ole('WordDocument'), { kind: 'oldFormat', of: 'document' }],
  ['an old sheet', ole('Workbook'), { kind: 'oldFormat', of: 'sheet' }],
  ['another compound file', ole('PowerPoint Document'), { kind: 'oldFormat', of: 'other' }],
  ['an encrypted document', ole('EncryptedPackage'), { kind: 'encrypted', format: 'DOCX/XLSX' }],
  ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), { kind: 'binary', looksLike: 'JPEG' }],
  ['an archive of something else', zipped({ 'a.txt': 'a' }), { kind: 'binary', looksLike: 'ZIP' }],
  [
    'slides',
    zipped({
      '_rels/.rels':
        '<Relationships><Relationship Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
    }),
    { kind: 'binary', looksLike: 'PPTX' },
  ],
  ['an OFD file', zipped({ 'OFD.xml': '<a/>' }), { kind: 'binary', looksLike: 'OFD' }],
])('refuses %s', async (_, bytes, facts) => {
  expect(await factsOf(bytes)).toEqual(facts);
});

it('finds the main part by the relations of the package, whatever it is called', async () => {
  const body = '<w:document><w:body><w:p><w:r><w:t>整改</w:t></w:r></w:p></w:body></w:document>';
  const relations =
    '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
  expect(await textOf(zipped({ '_rels/.rels': relations, 'word/document2.xml': body }))).toBe('整改');
  expect(await textOf(zipped({ 'word/document.xml': body }))).toBe('整改');
});

it('reads a document with macros, and leaves the macros alone', async () => {
  expect(await textOf(docx({ body: paragraph('整改') }, { 'word/vbaProject.bin': ole('VBA') }))).toBe('整改');
});
