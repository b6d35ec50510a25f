/** A mail as bytes: the text and its HTML twin under one head. */
import MimeNode from 'nodemailer/lib/mime-node';
import type { MailSettings } from './mail-settings.ts';
import { senderOf } from './mail-settings.ts';
import type { RenderedMail } from '../documents/mail/facts.ts';

export interface Envelope {
  readonly messageId: string;
  readonly date: Date;
  readonly to: { readonly name: string; readonly address: string };
}

/**
 * Head by nodemailer, which knows how names and subjects are written; bodies as base64, which every server carries unchanged
 * and which costs a tenth of a stream through a composer.
 */
export function mimeOf(rendered: RenderedMail, { messageId, date, to }: Envelope, settings: MailSettings): Buffer {
  const { name, address, host } = senderOf(settings);
  const boundary = `=_${messageId.replace(/[^0-9a-z]/gi, '').slice(0, 40)}`;
  const head = new MimeNode(`multipart/alternative; boundary="${boundary}"`).setHeader([
    { key: 'From', value: { name, address } },
    { key: 'To', value: { name: to.name, address: to.address } },
    ...(settings.replyTo === undefined ? [] : [{ key: 'Reply-To', value: settings.replyTo }]),
    { key: 'Subject', value: rendered.subject },
    { key: 'Message-ID', value: messageId },
    { key: 'Date', value: date },
    { key: 'Auto-Submitted', value: 'auto-generated' },
    { key: 'X-Auto-Response-Suppress', value: 'All' },
    { key: 'List-ID', value: `<rectify.${host}>` },
  ]);
  const part = (type: string, content: string): string =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(content)}\r\n`;
  const parts = [part('text/plain', rendered.text), part('text/html', rendered.html), `--${boundary}--\r\n`];
  return Buffer.from(`${head.buildHeaders()}\r\n\r\n${parts.join('')}`);
}

const base64 = (content: string): string =>
  Buffer.from(content)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
