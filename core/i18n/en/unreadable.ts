/** Why a file cannot be read as a notice, in English. */
import { size, plural } from '../format.ts';
import type { Unreadable } from '../../round/unreadable.ts';

export function enUnreadable(facts: Unreadable): string {
  switch (facts.kind) {
    case 'notFound':
      return `No such file: ${facts.path}`;
    case 'notAFile':
      return `Not a regular file: ${facts.path}. Give a text or Markdown file.`;
    case 'noAccess':
      return `Cannot read the file: ${facts.path} (${facts.reason})`;
    case 'tooLarge':
      return `The file is too large: ${size(facts.bytes)} (${plural(facts.bytes, 'byte')}); it may have up to ${size(facts.maxBytes)} (${plural(facts.maxBytes, 'byte')}).`;
    case 'empty':
      return 'The file has no text. UTF-8 text or Markdown is expected.';
    case 'binary':
      return `The file is binary${facts.looksLike === null ? '' : ` (it looks like ${facts.looksLike})`}, not text. Save it as UTF-8 text or Markdown.`;
    case 'notUtf8':
      return `The file is not UTF-8${facts.looksLike === null ? '' : ` (it looks like ${facts.looksLike})`}. Save it as UTF-8.`;
    case 'notANotice':
      return facts.reason === 'notChinese'
        ? 'The file is not a Chinese document. Feedback documents, progress notices and audit rectification reports can be read.'
        : 'The file does not look like a feedback document, a progress notice or an audit rectification report.';
  }
}
