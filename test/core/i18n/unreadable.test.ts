/** A file that is no notice is told with what it is, and what would be read. */
import { expect, it } from 'vitest';
import { unreadableText } from '../../../core/i18n/unreadable.ts';
import type { Unreadable } from '../../../core/round/unreadable.ts';

it.each<[Unreadable, string, string]>([
  [
    { kind: 'tooLarge', bytes: 12_582_912, maxBytes: 10_485_760 },
    '文件过大：12 MB（12,582,912 字节），上限为 10 MB（10,485,760 字节）。',
    'The file is too large: 12 MB (12,582,912 bytes); it may have up to 10 MB (10,485,760 bytes).',
  ],
  [
    { kind: 'binary', looksLike: 'PNG' },
    '这不是可读取的文档（像是 PNG）。可读取 DOCX、XLSX、含文字的 PDF、HTML、RTF、文本和 Markdown。',
    'The file is no document that can be read (it looks like PNG). DOCX, XLSX, PDF with text, HTML, RTF, text and Markdown can be read.',
  ],
  [
    { kind: 'oldFormat', of: 'document' },
    '这是 2007 年以前的文件格式（.doc、.wps）。请打开后另存为 .docx，再提交另存的文件。',
    'The file is in the format of before 2007 (.doc, .wps). Open it, save it as .docx, and give that file.',
  ],
  [
    { kind: 'scanned', pages: 1 },
    '该 PDF 共 1 页，没有文字，页面都是图片。请索取 Word 原件，或先做文字识别（OCR）。',
    'The PDF has 1 page and no text: its pages are pictures. Ask for the Word file, or have its text recognised (OCR) first.',
  ],
  [
    { kind: 'beyond', limit: 'unpackedBytes', max: 67_108_864, given: 73_400_320 },
    '文件超出可读取的范围（解压后的大小）：上限为 64 MB，该文件至少为 70 MB。请把需要的内容另存为单独的文档。',
    'The file goes beyond what is read (size once unpacked): at most 64 MB, and here at least 70 MB. Save what matters as a document of its own.',
  ],
  [
    { kind: 'beyond', limit: 'columns', max: 1000, given: 16_384 },
    '文件超出可读取的范围（表格列数）：上限为 1,000，该文件至少为 16,384。请把需要的内容另存为单独的文档。',
    'The file goes beyond what is read (columns of a table): at most 1,000, and here at least 16,384. Save what matters as a document of its own.',
  ],
])('%j', (unreadable, zh, en) => {
  expect([unreadableText(unreadable, 'zh-CN'), unreadableText(unreadable, 'en')]).toEqual([zh, en]);
});
