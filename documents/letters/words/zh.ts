/** 函件的中文用语，逐项对应 en.ts。按公文习惯，汉字与数字之间不空格。 */
import type { ItemState } from '../../../core/item/item.ts';
import { zhLabels } from '../../../core/i18n/zh/labels.ts';
import type { LetterWords } from './en.ts';

const { mailLines, states } = zhLabels;

const stateOnPaper: Record<ItemState, string> = {
  draft: '此事项尚未交办',
  disowned: '此事项已退回交办，待重新交办',
  assigned: '尚未报送整改措施',
  planned: '整改措施待审定',
  inProgress: '尚未申请销号',
  submitted: states.submitted,
  endorsed: '销号申请已审核',
  closed: states.closed,
  interim: mailLines.interimAccepted,
  standing: mailLines.standingAccepted,
  reopened: '已重新启动整改，尚未申请销号',
  cancelled: states.cancelled,
};

const proven = (measures: number, without: number): string =>
  `；整改措施共${measures}条，${without === 0 ? '均有佐证材料' : `其中${without}条没有佐证材料`}`;

export const zh: LetterWords = {
  title: (kind, title) => `关于“${title}”事项的${kind}`,
  number: (prefix, year, number) => `${prefix}〔${year}〕${number}号`,
  to: (unit) => `${unit}：`,
  fact: ({ round, number, title, first, due, granted, refused, days }) =>
    [
      `“${round}”中的事项${number}“${title}”，首次确定的整改期限为${first}`,
      ...(granted + refused === 0 ? ['未申请延期'] : []),
      ...(granted > 0 ? [`其后延期${granted}次`] : []),
      ...(refused > 0 ? [`申请延期${refused}次未获同意`] : []),
      ...(due === first ? [] : [`现期限为${due}`]),
      days > 0 ? `至今已超期${days}个工作日。` : `距期限还有${-days}个工作日。`,
    ].join('，'),
  state: ({ date, state, measures, without }) =>
    `截至${date}，${stateOnPaper[state]}${measures === 0 ? '' : proven(measures, without)}。`,
  demand: (date) =>
    `请贵单位于${date}24:00前完成整改并申请销号。确有困难的，请在同一期限前报送进展，说明已完成的工作、未完成的原因和预计完成日期。`,
  answer: (date) => `请于${date}24:00前答复本函；逾期未答复的，按督办规则升级。`,
  unanswered: (year, number) => `〔${year}〕${number}号函件逾期未见答复。`,
  reason: (reason) => `发函事由：${reason}`,
  step: (level) => `此为第${level}级提示。`,
  next: ({ version, date, to, interview, lists }) =>
    `根据本轮次督办规则（第${version}版），${date}仍未办结的，将报送${to}` +
    `${interview ? '，并建议约谈' : ''}${lists ? '，并列入挂牌督办' : ''}。`,
  contact: (organ, contact) => `如有困难或异议，可联系${organ}${contact === null ? '' : `（${contact}）`}。`,
  closing: '特此函告。',
  translation: null,
};
