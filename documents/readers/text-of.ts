/** A file that somebody hands in → its text, whatever kind it is of. The kind is told by the bytes alone, not by a name. */
import { bookOfCsv } from './csv/book.ts';
import { readDocx } from './docx/read.ts';
import { decodeHtml, isHtml } from './html/charset.ts';
import { readHtml } from './html/read.ts';
import { contentOfOle, isOle } from './ole.ts';
import { partOf, relationsOf } from './ooxml/relations.ts';
import { readPdf } from './pdf/read.ts';
import { readRtf } from './rtf/read.ts';
import { decodeText } from './text/encoding.ts';
import { readBook, type BookSheet } from './xlsx/book.ts';
import { readXlsx } from './xlsx/read.ts';
import { archiveOf, type Archive } from './zip/archive.ts';
import { keepWithin, maxFileBytes, type Format } from './limits.ts';
import { UnreadableNotice } from '../notice/unreadable.ts';

const binary = (looksLike: string | null): UnreadableNotice => new UnreadableNotice({ kind: 'binary', looksLike });

/** First bytes of files that people take for documents. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\x1f\x8b', 'gzip'],
  ['Rar!', 'RAR'],
  ["7z\xbc\xaf'\x1c", '7z'],
];

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((sign, at) => bytes[at] === sign.charCodeAt(0));

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A readable name for an archive before it is looked into. */
function formatOf(bytes: Uint8Array): Format {
  const names = latin1(bytes.subarray(0, 65_536)) + latin1(bytes.subarray(-65_536));
  return names.includes('word/') ? 'DOCX' : names.includes('xl/') ? 'XLSX' : 'ZIP';
}

interface OpenArchive {
  readonly archive: Archive;
  readonly main: string;
  /** The main part of a document in this folder, if it is one. */
  readonly part: (folder: string, usual: string) => string | undefined;
}

function openArchive(bytes: Uint8Array): OpenArchive {
  const archive = archiveOf(bytes, formatOf(bytes));
  const main = partOf(relationsOf(archive, '', 'ZIP'), 'officeDocument', '');
  const parts = main === '' ? archive.names : [main];
  const part: OpenArchive['part'] = (folder, usual) =>
    parts.find((name) => (name === main ? name.startsWith(folder) : name === usual));
  return { archive, main, part };
}

const bookPart = ({ part }: OpenArchive): string | undefined => part('xl/', 'xl/workbook.xml');

function textOfArchive(bytes: Uint8Array): string {
  const open = openArchive(bytes);
  const { archive, main } = open;
  const document = open.part('word/', 'word/document.xml');
  if (document !== undefined) return readDocx(archive, document);
  const book = bookPart(open);
  if (book !== undefined) return readXlsx(archive, book);
  if (main.startsWith('ppt/')) throw binary('PPTX');
  if (archive.names.includes('OFD.xml')) throw binary('OFD');
  if (archive.names.includes('content.xml')) throw binary('ODF');
  throw binary('ZIP');
}

function refuseOle(bytes: Uint8Array): never {
  const content = contentOfOle(bytes);
  throw new UnreadableNotice(
    content === 'encrypted' ? { kind: 'encrypted', format: 'DOCX/XLSX' } : { kind: 'oldFormat', of: content },
  );
}

function keepSize({ length }: Uint8Array): void {
  if (length === 0) throw new UnreadableNotice({ kind: 'empty' });
  if (length > maxFileBytes) throw new UnreadableNotice({ kind: 'tooLarge', bytes: length, maxBytes: maxFileBytes });
}

const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06');

/** A workbook, or a text of comma-separated values, cell by cell. @throws UnreadableNotice notAWorkbook for every other file, and what is told of a damaged one */
export function bookOf(bytes: Uint8Array): readonly BookSheet[] {
  keepSize(bytes);
  if (isOle(bytes)) return refuseOle(bytes);
  const open = isArchive(bytes) ? openArchive(bytes) : null;
  const part = open === null ? undefined : bookPart(open);
  if (open !== null && part !== undefined) return readBook(open.archive, part);
  const table = open === null ? tableOf(bytes) : null;
  if (table === null) throw new UnreadableNotice({ kind: 'notAWorkbook' });
  return table;
}

/** A plain text that is a table. */
function tableOf(bytes: Uint8Array): readonly BookSheet[] | null {
  const isOther = SIGNATURES.some(([signature]) => startsWith(bytes, signature)) || startsWith(bytes, '{\\rtf');
  if (isOther || latin1(bytes.subarray(0, 1024)).includes('%PDF-') || isHtml(bytes)) return null;
  const text = decodeText(bytes);
  if (text === null) return null;
  keepWithin('textBytes', bytes.length);
  return bookOfCsv(text);
}

/** @throws UnreadableNotice for everything that is not read */
export async function textOf(bytes: Uint8Array): Promise<string> {
  keepSize(bytes);
  if (isArchive(bytes)) return textOfArchive(bytes);
  if (isOle(bytes)) return refuseOle(bytes);
  const signature = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (signature !== undefined) throw binary(signature[1]);
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return readPdf(bytes);
  const page = isHtml(bytes) ? decodeHtml(bytes) : null;
  if (page !== null) return readHtml(page);
  if (startsWith(bytes, '{\\rtf')) return readRtf(bytes);
  const text = decodeText(bytes);
  if (text === null) throw binary(null);
  keepWithin('textBytes', bytes.length);
  return text;
}
