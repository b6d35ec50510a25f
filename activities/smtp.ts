/** The connections to the mail server. */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { connections } from './mail-pass.ts';
import type { MailTransport } from './mail-send.ts';
import { answerOf } from './smtp-answer.ts';
import type { Config } from '../core/config.ts';

export interface SmtpTransport extends MailTransport {
  readonly close: () => void;
}

/** Nobody listens between a program and another on the same machine. */
const isThisMachine = (hostname: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** Nothing is sent again inside: whether a mail is repeated is decided from the ledger, never behind its back. */
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
    // Whatever the server offers: names, items and links to passwords go to nobody who listens on the way.
    requireTLS: !secure && !isThisMachine(hostname),
    ...login,
    maxConnections: connections,
    maxMessages: Infinity,
    maxRequeues: 0,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  // The bytes go to the connection as they are, without a composer between, and only when the server has asked for them.
  transport.use('stream', (mail, done) => {
    const { raw } = mail.data;
    if (raw instanceof Readable) mail.message.createReadStream = () => raw;
    done();
  });
  return {
    async deliver({ messageId, from, to, bytes }) {
      const raw = Readable.from([bytes], { objectMode: false });
      try {
        await transport.sendMail({ raw, messageId, envelope: { from, to } });
        return { kind: 'sent' };
      } catch (error) {
        return answerOf(error, raw.readableDidRead);
      }
    },
    close: () => transport.close(),
  };
}
