/** Why a file cannot be read as a notice, in Chinese. */
import { size, wholeNumber } from '../format.ts';
import type { ReaderLimit, Unreadable } from '../../round/unreadable.ts';

const readable = '可读取 DOCX、XLSX、含文字的 PDF、HTML、RTF、文本和 Markdown。';
const oldEndings = { document: '.doc、.wps', sheet: '.xls、.et', other: '.doc、.xls、.wps、.et' };
const saveAnew = { document: '另存为 .docx', sheet: '另存为 .xlsx', other: '另存为 .docx 或 .xlsx' };

const limits: Readonly<Record<ReaderLimit, string>> = {
  unpackedBytes: '解压后的大小',
  ratio: '一个压缩字节解出的字节数',
  entries: '压缩包条目数',
  depth: '元素嵌套层数',
  columns: '表格列数',
  cells: '单元格总数',
  rows: '表格行数',
  textBytes: '文字大小',
  pages: '页数',
};

const number = (value: number, limit: ReaderLimit): string =>
  limit === 'unpackedBytes' || limit === 'textBytes' ? size(value) : wholeNumber(value);

export function zhUnreadable(facts: Unreadable): string {
  switch (facts.kind) {
    case 'notFound':
      return `找不到文件：${facts.path}`;
    case 'notAFile':
      return `不是普通文件：${facts.path}。请给出一个文档。`;
    case 'noAccess':
      return `无法读取文件：${facts.path}（${facts.reason}）`;
    case 'tooLarge':
      return `文件过大：${size(facts.bytes)}（${wholeNumber(facts.bytes)} 字节），上限为 ${size(facts.maxBytes)}（${wholeNumber(facts.maxBytes)} 字节）。`;
    case 'empty':
      return `文件没有文字内容。${readable}`;
    case 'binary':
      return `这不是可读取的文档${facts.looksLike === null ? '' : `（像是 ${facts.looksLike}）`}。${readable}`;
    case 'oldFormat':
      return `这是 2007 年以前的文件格式（${oldEndings[facts.of]}）。请打开后${saveAnew[facts.of]}，再提交另存的文件。`;
    case 'encrypted':
      return `${facts.format} 文件已加密。请用密码打开，取消密码后另存，再提交另存的文件。`;
    case 'scanned':
      return `该 PDF 共 ${wholeNumber(facts.pages)} 页，没有文字，页面都是图片。请索取 Word 原件，或先做文字识别（OCR）。`;
    case 'damaged':
      return `${facts.format} 文件已损坏或不完整。请打开后重新保存，或重新索取该文件。`;
    case 'doctype':
      return `${facts.format} 文件带有文档类型声明（DOCTYPE），办公软件不会写入这种声明，故不读取。请用 Word 或 Excel 重新保存。`;
    case 'beyond':
      return `文件超出可读取的范围（${limits[facts.limit]}）：上限为 ${number(facts.max, facts.limit)}，该文件至少为 ${number(facts.given, facts.limit)}。请把需要的内容另存为单独的文档。`;
    case 'tooSlow':
      return `读取文件超过 ${wholeNumber(facts.maxSeconds)} 秒，已停止。请把需要的内容另存为较小的文档。`;
    case 'tooHungry':
      return `读取文件占用内存超过 ${size(facts.maxBytes)}，已停止。请把需要的内容另存为较小的文档。`;
    case 'notAWorkbook':
      return '这不是 XLSX 或 CSV 表格。请下载模板，填写后保存为 .xlsx，再提交。';
    case 'notANotice':
      return facts.reason === 'notChinese'
        ? '文件不是中文公文。可读取巡察反馈意见、整改进展情况通报和审计整改报告。'
        : '文件内容不像巡察反馈意见、整改进展情况通报或审计整改报告。';
  }
}
