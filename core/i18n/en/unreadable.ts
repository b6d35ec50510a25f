/** Why a file cannot be read as a notice, in English. */
import { size, plural, wholeNumber } from '../format.ts';
import type { ReaderLimit, Unreadable } from '../../round/unreadable.ts';

const readable = 'DOCX, XLSX, PDF with text, HTML, RTF, text and Markdown can be read.';
const oldEndings = { document: '.doc, .wps', sheet: '.xls, .et', other: '.doc, .xls, .wps, .et' };
const saveAnew = { document: 'save it as .docx', sheet: 'save it as .xlsx', other: 'save it as .docx or .xlsx' };

const limits: Readonly<Record<ReaderLimit, string>> = {
  unpackedBytes: 'size once unpacked',
  ratio: 'bytes unpacked from one',
  entries: 'entries in the archive',
  depth: 'depth of elements within elements',
  columns: 'columns of a table',
  cells: 'cells of all tables',
  rows: 'rows of a table',
  textBytes: 'size of the text',
  pages: 'number of pages',
};

const number = (value: number, limit: ReaderLimit): string =>
  limit === 'unpackedBytes' || limit === 'textBytes' ? size(value) : wholeNumber(value);

export function enUnreadable(facts: Unreadable): string {
  switch (facts.kind) {
    case 'notFound':
      return `No such file: ${facts.path}`;
    case 'notAFile':
      return `Not a regular file: ${facts.path}. Give a document.`;
    case 'noAccess':
      return `Cannot read the file: ${facts.path} (${facts.reason})`;
    case 'tooLarge':
      return `The file is too large: ${size(facts.bytes)} (${plural(facts.bytes, 'byte')}); it may have up to ${size(facts.maxBytes)} (${plural(facts.maxBytes, 'byte')}).`;
    case 'empty':
      return `The file has no text. ${readable}`;
    case 'binary':
      return `The file is no document that can be read${facts.looksLike === null ? '' : ` (it looks like ${facts.looksLike})`}. ${readable}`;
    case 'oldFormat':
      return `The file is in the format of before 2007 (${oldEndings[facts.of]}). Open it, ${saveAnew[facts.of]}, and give that file.`;
    case 'encrypted':
      return `The ${facts.format} file is encrypted. Open it with its password, save it without one, and give that file.`;
    case 'scanned':
      return `The PDF has ${plural(facts.pages, 'page')} and no text: its pages are pictures. Ask for the Word file, or have its text recognised (OCR) first.`;
    case 'damaged':
      return `The ${facts.format} file is damaged or incomplete. Open it, save it anew, or ask for it again.`;
    case 'doctype':
      return `The ${facts.format} file declares a document type (DOCTYPE), which no office program writes; it is not read. Save it anew with Word or Excel.`;
    case 'beyond':
      return `The file goes beyond what is read (${limits[facts.limit]}): at most ${number(facts.max, facts.limit)}, and here at least ${number(facts.given, facts.limit)}. Save what matters as a document of its own.`;
    case 'tooSlow':
      return `Reading the file took longer than ${plural(facts.maxSeconds, 'second')} and was stopped. Save what matters as a smaller document.`;
    case 'tooHungry':
      return `Reading the file took more than ${size(facts.maxBytes)} of memory and was stopped. Save what matters as a smaller document.`;
    case 'notAWorkbook':
      return 'The file is no XLSX workbook and no CSV table. Download the template, fill it in, save it as .xlsx, and give that file.';
    case 'notANotice':
      return facts.reason === 'notChinese'
        ? 'The file is not a Chinese document. Feedback documents, progress notices and audit rectification reports can be read.'
        : 'The file does not look like a feedback document, a progress notice or an audit rectification report.';
  }
}
