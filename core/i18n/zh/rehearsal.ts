/** 演练的用语。 */
import type { enRehearsal } from '../en/rehearsal.ts';

const sent = (mails: number, people: number): string => `${people} 人共 ${mails} 封邮件`;

export const zhRehearsal: typeof enRehearsal = {
  assume: '假定情形',
  until: '演练到',
  escalates: '将升级到',
  unsure: '依据未公布的年份',
  totals: (mails, people, letters) => `${sent(mails, people)}，其中函件 ${letters} 份。`,
  ended: (finished, items) => `${items} 个事项中，${finished} 个届时已办结。`,
  heavyFrom: (days, mails) =>
    days === 0 ? `没有人单日收到 ${mails} 封邮件。` : `单日收到 ${mails} 封及以上：${days} 人次。`,
  instead: (mails, people, mailsBefore, peopleBefore) =>
    `变更后为${sent(mails, people)}，变更前为${sent(mailsBefore, peopleBefore)}。`,
  differs: (count) => (count === 0 ? '每个人每天的邮件都不变。' : `有 ${count} 人次的邮件数与变更前不同：`),
  undone: (count) => `有 ${count} 次办理找不到可办理的人。`,
  reached: (on, mails) => `已演练到 ${on}：邮件 ${mails} 封……`,
  preparing: '正在准备演练……',
  leftover: '上次演练中途中断，其遗留内容已清除。',
  took: (seconds) => `演练用时 ${seconds} 秒。没有向任何人发送，台账未变。`,
};
