/** A mail that did not leave says why in the reader's language, and quotes the mail server as it came. */
import { expect, it } from 'vitest';
import { mailTroubleText } from '../../../core/i18n/mail-trouble.ts';
import type { MailTrouble } from '../../../core/item/mail-trouble.ts';

it.each<[MailTrouble, string, string]>([
  [
    { code: 'refused', said: '550 no such mailbox' },
    '邮件服务器拒收（550 no such mailbox）',
    'Refused by the mail server (550 no such mailbox)',
  ],
  [
    { code: 'noAnswer', said: 'connect ECONNREFUSED' },
    '邮件服务器没有应答，将再次发送（connect ECONNREFUSED）',
    'No answer from the mail server: it is sent again (connect ECONNREFUSED)',
  ],
  [{ code: 'senderLost' }, '发送进程中断，将再次发送', 'The process that sent it ended: it is sent again'],
])('%j', (trouble, zh, en) => {
  expect([mailTroubleText(trouble, 'zh-CN'), mailTroubleText(trouble, 'en')]).toEqual([zh, en]);
});
