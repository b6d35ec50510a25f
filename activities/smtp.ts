/** The connections to the mail server. */
import { createTransport } from 'nodemailer';
import { sendersAtOnce } from './mail.ts';
import type { MailTransport } from './mail-send.ts';
import type { Config } from '../core/config.ts';

export interface SmtpTransport extends MailTransport {
  readonly close: () => void;
}

/**
 * Times are far below the lease of a claimed mail, so a hanging server is given up before somebody else takes the mail.
 * Nothing is sent again inside: whether a mail is repeated is decided from the ledger, never behind its back.
 */
export function smtpTransport({ smtpUrl }: Pick<Config, 'smtpUrl'>): SmtpTransport {
  if (smtpUrl === null) throw new Error('SMTP_URL is needed to send mails');
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const login =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...login,
    maxConnections: sendersAtOnce,
    maxRequeues: 0,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  return {
    sendMail: ({ headers, ...mail }) => transport.sendMail({ ...mail, headers: { ...headers } }),
    close: () => transport.close(),
  };
}
