/** The words of the mail page in English; their type is what zh.ts must say too. */
import { enThings as things } from '../../../core/i18n/en/things.ts';
import { plural } from '../../../core/i18n/format.ts';

export const en = {
  name: `${things.product} · local mails`,
  title: 'Local mails',
  lead: 'Mails the system sends are kept on this machine and go to nobody. Times are Beijing time.',
  /** Follows the lead. */
  count: (total: number) => ` ${plural(total, 'mail')}.`,
  search: 'Find by subject or recipient',
  searchButton: 'Find',
  clear: 'Delete all mails',
  none: 'No mails yet. What the system sends appears here.',
  noneFound: 'No mail matches.',
  noSubject: '(no subject)',
  unnamed: 'unnamed file',
  to: (list: string) => `To: ${list}`,
  files: (count: number) => plural(count, 'attachment'),
  pages: 'Other pages',
  newer: 'Newer',
  older: 'Older',
  pageOf: (page: number, last: number) => `Page ${page} of ${last}`,
  back: 'Back to all mails',
  from: 'Sender',
  recipient: things.recipient,
  date: 'Time',
  attachments: 'Attachments',
  rendered: 'As shown',
  plain: 'Plain text',
  headers: 'Headers',
  missing: 'There is no such mail',
  missingWhy: 'It may have been deleted. Only the latest 2000 are kept.',
};

export type MailPageWords = typeof en;
