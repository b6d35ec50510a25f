/** Why a file cannot be read as a notice, in Chinese. */
import { size, wholeNumber } from '../format.ts';
import type { Unreadable } from '../../round/unreadable.ts';

export function zhUnreadable(facts: Unreadable): string {
  switch (facts.kind) {
    case 'notFound':
      return `找不到文件：${facts.path}`;
    case 'notAFile':
      return `不是普通文件：${facts.path}。请给出一个文本或 Markdown 文件。`;
    case 'noAccess':
      return `无法读取文件：${facts.path}（${facts.reason}）`;
    case 'tooLarge':
      return `文件过大：${size(facts.bytes)}（${wholeNumber(facts.bytes)} 字节），上限为 ${size(facts.maxBytes)}（${wholeNumber(facts.maxBytes)} 字节）。`;
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
