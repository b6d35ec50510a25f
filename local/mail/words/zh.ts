/** The words of the mail page in Chinese, key by key those of en.ts. */
import { zhThings as things } from '../../../core/i18n/zh/things.ts';
import type { MailPageWords } from './en.ts';

export const zh: MailPageWords = {
  name: `${things.product} · 本地邮件`,
  title: '本地邮件',
  lead: '系统发出的邮件保存在本机，没有寄给任何人。时间为北京时间。',
  count: (total) => `共 ${total} 封。`,
  search: '按主题或收件人查找',
  searchButton: '查找',
  clear: '删除全部邮件',
  none: '还没有邮件。系统寄出的邮件会显示在这里。',
  noneFound: '没有符合条件的邮件。',
  noSubject: '（无主题）',
  unnamed: '未命名文件',
  to: (list) => `收件人：${list}`,
  files: (count) => `${count} 个附件`,
  pages: '翻页',
  newer: '较新的',
  older: '较早的',
  pageOf: (page, last) => `第 ${page} 页，共 ${last} 页`,
  back: '返回邮件列表',
  from: '发件人',
  recipient: things.recipient,
  date: '时间',
  attachments: '附件',
  rendered: '邮件内容',
  plain: '纯文本',
  headers: '邮件头',
  missing: '没有这封邮件',
  missingWhy: '邮件可能已被删除。只保留最近的 2000 封。',
};
