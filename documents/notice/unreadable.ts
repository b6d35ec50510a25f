/** The one error of reading a notice, and its sentences. */
import type { Locale } from '../../core/locale.ts';

/** Why a file cannot be read as a notice, with what was allowed and what was given. */
export type UnreadableFacts =
  | { readonly kind: 'notFound'; readonly path: string }
  | { readonly kind: 'notAFile'; readonly path: string }
  | { readonly kind: 'noAccess'; readonly path: string; readonly reason: string }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary'; readonly looksLike: string | null }
  | { readonly kind: 'notUtf8'; readonly looksLike: string | null }
  | { readonly kind: 'notANotice'; readonly reason: 'notChinese' | 'otherSubject' };

const mib = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

function zh(facts: UnreadableFacts): string {
  switch (facts.kind) {
    case 'notFound':
      return `找不到文件：${facts.path}`;
    case 'notAFile':
      return `不是普通文件：${facts.path}。请给出一个文本或 Markdown 文件。`;
    case 'noAccess':
      return `无法读取文件：${facts.path}（${facts.reason}）`;
    case 'tooLarge':
      return `文件过大：${mib(facts.bytes)}（${facts.bytes} 字节），上限为 ${mib(facts.maxBytes)}（${facts.maxBytes} 字节）。`;
    case 'empty':
      return '文件没有内容。需要 UTF-8 编码的文本或 Markdown。';
    case 'binary':
      return `这是二进制文件${facts.looksLike === null ? '' : `（像是 ${facts.looksLike}）`}，不是文本。请另存为 UTF-8 编码的文本或 Markdown。`;
    case 'notUtf8':
      return `文件不是 UTF-8 编码${facts.looksLike === null ? '' : `（像是 ${facts.looksLike}）`}。请另存为 UTF-8 编码。`;
    case 'notANotice':
      return facts.reason === 'notChinese'
        ? '文件不是中文公文。可读取巡察反馈意见、整改进展情况通报和审计整改报告。'
        : '文件内容不像巡察反馈意见、整改进展情况通报或审计整改报告。';
  }
}

function en(facts: UnreadableFacts): string {
  switch (facts.kind) {
    case 'notFound':
      return `No such file: ${facts.path}`;
    case 'notAFile':
      return `Not a regular file: ${facts.path}. Give a text or Markdown file.`;
    case 'noAccess':
      return `Cannot read the file: ${facts.path} (${facts.reason})`;
    case 'tooLarge':
      return `The file is too large: ${mib(facts.bytes)} (${facts.bytes} bytes); at most ${mib(facts.maxBytes)} (${facts.maxBytes} bytes) are allowed.`;
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

export function unreadableText(facts: UnreadableFacts, locale: Locale): string {
  return locale === 'en' ? en(facts) : zh(facts);
}

/** Thrown where a file or a text is no notice. The message is English; `unreadableText` says it in both languages. */
export class UnreadableNotice extends Error {
  readonly facts: UnreadableFacts;

  constructor(facts: UnreadableFacts) {
    super(en(facts));
    this.name = 'UnreadableNotice';
    this.facts = facts;
  }

  get code(): UnreadableFacts['kind'] {
    return this.facts.kind;
  }
}
