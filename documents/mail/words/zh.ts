/** 邮件的中文用语，逐项对应 en.ts。函件按公文习惯，汉字与数字之间不空格。 */
import { list } from '../../../core/i18n/format.ts';
import type { ItemState } from '../../../core/item/item.ts';
import { zhLabels } from '../../../core/i18n/zh/labels.ts';
import type { MailWords } from './en.ts';

const { acts, fields, mailLines, states, things } = zhLabels;

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

export const zh: MailWords = {
  duties: {
    assign: '重新交办',
    signFor: acts.signFor,
    submitPlan: acts.submitPlan,
    approvePlan: acts.approvePlan,
    requestClosure: '提交佐证材料，申请销号',
    endorse: '审核销号申请',
    approveClosure: '审批销号申请',
    grantExtension: '审批延期申请',
    grantPause: '审批暂缓申请',
    reportProgress: '报送复查情况',
  },
  brand: `【${things.product}】`,
  comma: '，',
  light: (word) => `【${word}】`,
  bracketed: (text) => `（${text}）`,
  changeWith: (change, more) => `${change}（${more}）`,
  addressees: (labels) => list(labels, 'zh-CN'),
  indent: '\u3000\u3000',
  subject: {
    toDo: (count) => `${count}项待办`,
    toKnow: (count) => `${count}项待阅`,
    changed: (count) => `${count}项有变化`,
    oneOverdue: (days) => `1项超期${days}工作日`,
    overdue: (count, days) => `${count}项超期，最长${days}工作日`,
    nextDue: (date, days) => `最近期限${date}${days === null ? '' : `（${days}）`}`,
  },
  opening: {
    toDo: (name, time, count, overdue) =>
      `${name}：截至${time}，有 ${count} 项需要处理${overdue === 0 ? '' : `，其中 ${overdue} 项已超期`}。`,
    toKnow: (name, time, count, overdue) =>
      `${name}：截至${time}，有 ${count} 项情况需要了解${overdue === 0 ? '' : `，其中 ${overdue} 项已超期`}。`,
    changed: (name, time, count) => `${name}：截至${time}，有 ${count} 项发生变化。`,
  },
  button: '查看并办理',
  buttonHint: '按钮只打开网页，不办理任何事项。网页地址：',
  heading: { rows: things.items, changes: '今日变化' },
  needed: (duty) => `需要：${duty}`,
  waiting: (party) => `${things.waitingOn}：${party}`,
  latest: (date) => `，最迟${date}`,
  due: `${things.itemDue}：`,
  moreRows: (count) => `其余 ${count} 项请在系统中查看。`,
  moreChanges: (count) => `其余 ${count} 项变化请在系统中查看。`,
  change: {
    by: (name) => name,
    reason: (text) => `${fields.reason}：${text}`,
    until: (date) => `延至${date}`,
    completeBy: (date) => `${date}前补充`,
    checkpoint: (date) => `下次检查节点${date}`,
    dueOn: (date) => `期限${date}`,
  },
  nextReminder: (date) => `下一次提醒：${date}。`,
  help: '如有困难，可在到期前申请延期；如不归本单位，可退回交办。',
  footer: {
    why: (functions) => `收件原因：${functions}。`,
    rhythm: '每个工作日至多发送一封此类邮件，函件单独发送。',
    contact: (organ, contact) => `${organ}${contact === null ? '' : `，${contact}`}`,
    noPassword: '不会通过邮件索要密码或验证码。',
    typed: '也可在浏览器输入：',
    number: (mailNumber) => `邮件编号 ${mailNumber}`,
    ledgerCode: (code) => `台账校验码 ${code}`,
  },
  link: {
    invitationTitle: '设置本人密码',
    resetTitle: '重设密码',
    invitation: (name, organ, email) => `${name}：${organ}已为 ${email} 开通账号。设置密码后即可登录。`,
    reset: (name, email) => `${name}：系统收到为 ${email} 重设密码的请求。`,
    valid: (hours) => `以下链接 ${hours} 小时内有效，只能使用一次。`,
    notAsked: '如非本人操作，无须处理，密码不会改变。',
    button: '打开设置页面',
    hint: '按钮打开设置密码的网页。网页地址：',
  },
  letter: {
    subject: ({ kind, number, item, days, date }) =>
      `【${kind}】第${number}号 事项${item}超期${days}工作日，请${date}前办理`,
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
        `至今已超期${days}个工作日。`,
      ].join('，'),
    state: ({ date, state, measures, without }) =>
      `截至${date}，${stateOnPaper[state]}${measures === 0 ? '' : proven(measures, without)}。`,
    demand: (date) =>
      `请贵单位于${date}24:00前完成整改并申请销号。确有困难的，请在同一期限前报送进展，说明已完成的工作、未完成的原因和预计完成日期。`,
    step: (level) => `此为第${level}级提示。`,
    next: ({ version, date, to, interview, lists }) =>
      `根据本轮次督办规则（第${version}版），${date}仍未办结的，将报送${to}` +
      `${interview ? '，并建议约谈' : ''}${lists ? '，并列入挂牌督办' : ''}。`,
    contact: (organ, contact) => `如有困难或异议，可联系${organ}${contact === null ? '' : `（${contact}）`}。`,
    closing: '特此函告。',
    translation: null,
    button: '打开事项',
  },
};
