/** A mail as bytes: the text and its HTML twin under one head, and the files that go with them. */
import MimeNode from 'nodemailer/lib/mime-node';
import type { MailSettings } from './mail-settings.ts';
import { senderOf } from './mail-settings.ts';
import type { Attachment, RenderedMail } from '../documents/mail/facts.ts';

export interface Envelope {
  readonly messageId: string;
  readonly date: Date;
  readonly to: { readonly name: string; readonly address: string };
}

/**
 * Heads by nodemailer, which knows how names and subjects are written; bodies as base64, which every server carries unchanged
 * and which costs a tenth of a stream through a composer.
 */
export function mimeOf(
  rendered: RenderedMail,
  attachments: readonly Attachment[],
  { messageId, date, to }: Envelope,
  settings: MailSettings,
): Buffer {
  const { name, address, host } = senderOf(settings);
  const boundary = `=_${messageId.replace(/[^0-9a-z]/gi, '').slice(0, 40)}`;
  const twins = several(`${boundary}a`, [
    `Content-Type: text/plain; charset=utf-8\r\n${base64(Buffer.from(rendered.text))}`,
    `Content-Type: text/html; charset=utf-8\r\n${base64(Buffer.from(rendered.html))}`,
  ]);
  const both = `multipart/alternative; boundary="${boundary}a"`;
  const isAlone = attachments.length === 0;
  const head = new MimeNode(isAlone ? both : `multipart/mixed; boundary="${boundary}"`).setHeader([
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
  const files = attachments.map(
    ({ name: filename, mediaType, bytes }) =>
      `${head.createChild(mediaType, { filename }).buildHeaders()}\r\n${base64(Buffer.from(bytes))}`,
  );
  const body = isAlone ? twins : several(boundary, [`Content-Type: ${both}\r\n\r\n${twins}`, ...files]);
  return Buffer.from(`${head.buildHeaders()}\r\n\r\n${body}`);
}

const several = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;

/** The last line of a head, and the body below it. */
const base64 = (content: Buffer): string =>
  `Content-Transfer-Encoding: base64\r\n\r\n${content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')}`;
