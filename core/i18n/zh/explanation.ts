/** 某一日期的由来，中文。 */
import { zhLabels } from './labels.ts';
import type { enExplanation } from '../en/explanation.ts';
import type { CountStart, CountUnit } from '../../item/date-making.ts';
import { list, wholeNumber } from '../format.ts';

const { things, fields } = zhLabels;

const starts: Readonly<Record<CountStart, string>> = {
  roundStart: '轮次起算日',
  dispatch: '启动之日',
  assignment: '交办至本单位之日',
  planReturn: '措施退回之日',
  checkpoint: '检查节点',
  review: '上次复查日期',
  handedOver: '转交办理之日',
};

const units: Readonly<Record<CountUnit, string>> = { workingDays: '个工作日', days: '天', months: '个月' };

const counted = (count: number, unit: CountUnit): string => `${wholeNumber(count)} ${units[unit]}`;

const joined = (words: readonly string[]): string => list(words, 'zh-CN');

export const zhExplanation: typeof enExplanation = {
  dates: {
    signDue: things.signDue,
    planDue: things.planDue,
    due: things.itemDue,
    returnDue: '退回后补充期限',
    checkpoint: things.checkpoint,
    review: fields.reviewOn,
  },
  moved: { signDue: '签收日期', planDue: '措施日期', due: '整改日期', review: '复查日期', turn: '审核日期' },
  counted: (count, unit, start, from) => `自${starts[start]}${from}起 ${counted(count, unit)}。`,
  withDue: '按天数推算将晚于整改期限，故与整改期限同日。',
  givenBack: (days, from, since) => `由${from}顺延 ${counted(days, 'days')}：自${since}起由他方办理。`,
  rested: (days, from, since) => `由${from}顺延 ${counted(days, 'days')}：自${since}起暂缓。`,
  agreed: (agreer, asker, reason) => `暂缓由${asker}申请，${agreer}同意：${reason}`,
  fixed: (from, reason) => `上级确定${from === null ? '' : `，原为${from}`}，不因规则调整而变动：${reason}`,
  extended: (from, asker, askedOn, asked, reason) => `由${from}延期。${asker}于${askedOn}申请延期至${asked}：${reason}`,
  chosen: (reason) => (reason === null ? '人工指定。' : `人工指定：${reason}`),
  chosenAnew: (from, reason) => `由${from}人工调整：${reason}`,
  recounted: (from, policy, calendar, reason) => `由${from}按规则第 ${policy} 版、日历第 ${calendar} 版调整：${reason}`,
  landed: (on) => `推算至${on}，为休息日，顺延至下一个工作日。`,
  skipped: (spans) => `不计入：${joined(spans)}。`,
  madeUp: (days) => `调休上班，计入：${joined(days)}。`,
  span: (holiday, from, to) => `${holiday ?? '周末'}（${from === to ? from : `${from}至${to}`}）`,
  provisional: (mark) => `暂定，${mark}。`,
  setBy: (who, at, seq) => `由${who}于${at}设定（记录 ${seq}）。`,
  setByClock: (at, seq) => `${at}到期设定（记录 ${seq}）。`,
  sameAs: (date) => `与“${date}”同日。`,
  onDay: (on) => `针对${on}。`,
  before: (days, on) => `${on}之前 ${counted(days, 'days')}，取工作日。`,
  after: (days, on) => `${on}之后 ${counted(days, 'workingDays')}。`,
  restedBetween: (days) => `其间暂缓 ${counted(days, 'days')}，不计入。`,
  postponed: '上一份函件刚刚发出，故另待一个发送时点。',
  again: (days, last) => `上次${last}之后 ${counted(days, 'workingDays')}，直至办理。`,
  late: (slot) => `原定${slot}，推迟发出。`,
  atOnce: '催办立即发送，不待发送时点。',
  firstSlot: (at) => `${at}之后的首个发送时点。`,
  rules: (policy, calendar, years) =>
    `依据规则第 ${policy} 版和日历第 ${calendar} 版（${joined(years)} 年节假日安排）计算。`,
};
