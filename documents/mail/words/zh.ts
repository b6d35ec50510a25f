/** 邮件的中文用语，逐项对应 en.ts。 */
import { list } from '../../../core/i18n/format.ts';
import { zhLabels } from '../../../core/i18n/zh/labels.ts';
import type { MailWords } from './en.ts';

const { acts, fields, things } = zhLabels;

export const zh: MailWords = {
  duties: {
    assign: '重新交办',
    signFor: acts.signFor,
    submitPlan: acts.submitPlan,
    approvePlan: acts.approvePlan,
    requestClosure: '提交佐证材料，申请销号',
    endorse: '审核销号申请',
    concur: '会审销号申请',
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
  inPlaceOf: (name) => `代${name}办理`,
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
    rhythm: '每个工作日至多发送一封此类邮件，函件单独发送，催办即时发送。',
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
      `【${kind}】第${number}号 事项${item}${days > 0 ? `超期${days}工作日` : ''}，请${date}前办理`,
    button: '打开事项',
  },
};
