/** Warnings as sentences. Chinese is the language of the documents; English for those who only run the system. */
import type { Counted, NoticeDates, NoticeWarning } from '../round/notice.ts';
import type { Locale } from '../locale.ts';

const COUNTED: Readonly<Record<Locale, Readonly<Record<Counted, string>>>> = {
  'zh-CN': {
    parts: '方面',
    items: '问题',
    measures: '整改措施',
    done: '已完成的问题',
    interim: '取得阶段性成效的问题',
    ongoing: '正在整改的问题',
    standing: '长期坚持的问题',
    notDone: '未完成的问题',
  },
  en: {
    parts: 'parts',
    items: 'findings',
    measures: 'measures',
    done: 'findings done',
    interim: 'findings with interim results',
    ongoing: 'findings under way',
    standing: 'standing findings',
    notDone: 'findings not done',
  },
};
const FIELDS: Readonly<Record<Locale, Readonly<Record<keyof NoticeDates, string>>>> = {
  'zh-CN': { inspection: '巡察时间', feedback: '反馈时间', rectification: '整改时间', published: '发布时间' },
  en: { inspection: 'inspection', feedback: 'feedback', rectification: 'rectification', published: 'publication' },
};

/** Measures are counted in 条, all else in 个. */
const unitOf = (counted: Counted): string => (counted === 'measures' ? '条' : '个');

function zh(warning: NoticeWarning): string {
  switch (warning.code) {
    case 'noItems':
      return '没有读到逐项列出的问题，文中可能只有总体情况。';
    case 'yearUnknown':
      return `${FIELDS['zh-CN'][warning.field]}“${warning.text}”没有写明年份，未作推断。`;
    case 'dateInvalid':
      return `日期“${warning.text}”不存在，未予采用。`;
    case 'countDiffers':
      return `文中称${COUNTED['zh-CN'][warning.counted]}${warning.stated}${unitOf(warning.counted)}，实际读到${warning.found}${unitOf(warning.counted)}。`;
    case 'sumDiffers':
      return `文中称问题共${warning.stated}个，但各类整改结果合计${warning.sum}个。`;
    case 'rateDiffers':
      return `文中称完成率${warning.statedPercent}%，按文中数字计算为${warning.computedPercent}%。`;
    case 'numberSkipped':
      return `编号不连续：“${warning.after}”之后是“${warning.found}”。`;
  }
}

function en(warning: NoticeWarning): string {
  switch (warning.code) {
    case 'noItems':
      return 'No single findings were read; the text may hold totals only.';
    case 'yearUnknown':
      return `The date of ${FIELDS.en[warning.field]} “${warning.text}” has no year; none was assumed.`;
    case 'dateInvalid':
      return `The date “${warning.text}” does not exist and was not used.`;
    case 'countDiffers':
      return `The text states ${warning.stated} ${COUNTED.en[warning.counted]}; ${warning.found} were found.`;
    case 'sumDiffers':
      return `The text states ${warning.stated} findings, but its results add up to ${warning.sum}.`;
    case 'rateDiffers':
      return `The text states a completion rate of ${warning.statedPercent}%; its figures give ${warning.computedPercent}%.`;
    case 'numberSkipped':
      return `Numbers are not consecutive: “${warning.found}” follows “${warning.after}”.`;
  }
}

export function warningText(warning: NoticeWarning, locale: Locale): string {
  return locale === 'en' ? en(warning) : zh(warning);
}
