/** The words of the mail page. Times are Beijing time, as everywhere in the product. */
export type PageLanguage = 'zh' | 'en';

const zone = 'Asia/Shanghai';

function partsOf(iso: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const text = format.format(new Date(iso));
  const numeric = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return { en: text, zh: numeric.format(new Date(iso)) };
}

const zh = {
  name: '整改督办 · 本地邮件',
  title: '本地邮件',
  lead: '系统发出的邮件保存在本机，没有寄给任何人。时间为北京时间。',
  count: (total: number) => `共 ${total} 封。`,
  search: '按主题或收件人查找',
  searchButton: '查找',
  clear: '删除全部邮件',
  none: '还没有邮件。系统寄出的邮件会显示在这里。',
  noneFound: '没有符合条件的邮件。',
  noSubject: '（无主题）',
  unnamed: '未命名文件',
  to: (list: string) => `收件人：${list}`,
  comma: '、',
  files: (count: number) => `${count} 个附件`,
  pages: '翻页',
  newer: '较新的',
  older: '较早的',
  pageOf: (page: number, last: number) => `第 ${page} 页，共 ${last} 页`,
  back: '返回邮件列表',
  from: '发件人',
  recipient: '收件人',
  date: '时间',
  attachments: '附件',
  rendered: '邮件内容',
  plain: '纯文本',
  headers: '邮件头',
  missing: '没有这封邮件',
  missingWhy: '邮件可能已被删除。只保留最近的 2000 封。',
  otherLanguage: 'en',
  otherTag: 'en',
  otherName: 'English',
  moment: (iso: string) => partsOf(iso)['zh'] ?? iso,
};

const en: typeof zh = {
  name: 'Rectify · local mails',
  title: 'Local mails',
  lead: 'Mails the system sends are kept on this machine and go to nobody. Times are Beijing time.',
  count: (total) => (total === 1 ? ' 1 mail.' : ` ${total} mails.`),
  search: 'Find by subject or recipient',
  searchButton: 'Find',
  clear: 'Delete all mails',
  none: 'No mails yet. What the system sends appears here.',
  noneFound: 'No mail matches.',
  noSubject: '(no subject)',
  unnamed: 'unnamed file',
  to: (list) => `To: ${list}`,
  comma: ', ',
  files: (count) => (count === 1 ? '1 attachment' : `${count} attachments`),
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  pageOf: (page, last) => `Page ${page} of ${last}`,
  back: 'Back to all mails',
  from: 'From',
  recipient: 'To',
  date: 'Time',
  attachments: 'Attachments',
  rendered: 'Mail',
  plain: 'Plain text',
  headers: 'Headers',
  missing: 'There is no such mail',
  missingWhy: 'It may have been deleted. Only the latest 2000 are kept.',
  otherLanguage: 'zh',
  otherTag: 'zh-CN',
  otherName: '中文',
  moment: (iso) => partsOf(iso)['en'] ?? iso,
};

export const pageWords: Readonly<Record<PageLanguage, typeof zh>> = { zh, en };
