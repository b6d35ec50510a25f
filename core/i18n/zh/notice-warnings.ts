/** What a reader of a document should look at again, in Chinese, the language of the documents. */
import { zhLabels } from './labels.ts';
import type { Counted, NoticeWarning } from '../../round/notice.ts';

const counted: Readonly<Record<Counted, string>> = {
  parts: zhLabels.things.part,
  items: zhLabels.things.finding,
  measures: zhLabels.things.measures,
  done: '已完成的问题',
  interim: '取得阶段性成效的问题',
  ongoing: '正在整改的问题',
  standing: '长期坚持的问题',
  notDone: '未完成的问题',
};

/** Measures are counted in 条, all else in 个. */
const unitOf = (what: Counted): string => (what === 'measures' ? '条' : '个');

export function zhNoticeWarning(warning: NoticeWarning): string {
  switch (warning.code) {
    case 'noItems':
      return '没有读到逐项列出的问题，文中可能只有总体情况。';
    case 'yearUnknown':
      return `${zhLabels.noticeDates[warning.field]}“${warning.text}”没有写明年份，未作推断。`;
    case 'dateInvalid':
      return `日期“${warning.text}”不存在，未予采用。`;
    case 'countDiffers':
      return `文中称${counted[warning.counted]}${warning.stated}${unitOf(warning.counted)}，实际读到${warning.found}${unitOf(warning.counted)}。`;
    case 'sumDiffers':
      return `文中称问题共${warning.stated}个，但各类整改结果合计${warning.sum}个。`;
    case 'rateDiffers':
      return `文中称完成率${warning.statedPercent}%，按文中数字计算为${warning.computedPercent}%。`;
    case 'listsDiffer':
      return `“${warning.list}”有${warning.found}条，与前面列出的${warning.stated}个问题编号不能对应，未予采用。`;
    case 'cellEmpty':
      return `表中“${warning.finding}”一行没有写明措施，可能与上一行“${warning.above}”共用一个单元格，未作推断。`;
    case 'tableTorn':
      return `第${warning.line}行“${warning.head}”像是表头，但没有读到表格的行列；请核对其后文字，或改用 Word、Excel 文件。`;
    case 'numberSkipped':
      return `编号不连续：“${warning.after}”之后是“${warning.found}”。`;
  }
}
