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
    { kind: 'binary', looksLike: 'PDF' },
    '这是二进制文件（像是 PDF），不是文本。请另存为 UTF-8 编码的文本或 Markdown。',
    'The file is binary (it looks like PDF), not text. Save it as UTF-8 text or Markdown.',
  ],
])('%j', (unreadable, zh, en) => {
  expect([unreadableText(unreadable, 'zh-CN'), unreadableText(unreadable, 'en')]).toEqual([zh, en]);
});
