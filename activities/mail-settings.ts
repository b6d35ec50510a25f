/** What the mails of an installation have in common. */
import { createHash } from 'node:crypto';
import { readMailbox } from '../core/mail-address.ts';
import type { NewMail } from '../db/outbox.ts';

export interface MailSettings {
  /** `整改办 <zg@yunling.example>` or a bare address. */
  readonly mailFrom: string;
  /** An address behind which a person answers; the sender's own when absent. */
  readonly replyTo?: string;
  /** The page people open from a mail, without a slash at the end. */
  readonly webUrl: string;
  /** A telephone number or a room, printed under every mail. */
  readonly contact?: string;
  /** Before the number of a letter: 云水整督. */
  readonly letterPrefix?: string;
  /** The most mails that the mail server accepts in any sixty seconds. */
  readonly mailsPerMinute?: number;
}

/** The office as the sender's display name has it, and the host that Message-IDs and the List-Id belong to. */
export function senderOf({ mailFrom }: MailSettings): { name: string; address: string; host: string } {
  const sender = readMailbox(mailFrom);
  if (sender === null) throw new Error('the sender of mails is no mail address');
  return { ...sender, host: sender.address.slice(sender.address.lastIndexOf('@') + 1) };
}

/**
 * The Message-ID of a mail is made of what it carries and of nothing else, so whoever sends it again, after whatever crash,
 * sends it under the same one.
 *
 * @param part the fact a letter tells of, or which digest of the slot it is
 */
export function messageIdOf({ personId, kind, slot }: Omit<NewMail, 'messageId'>, part: string, host: string): string {
  const carried = [personId, kind, slot, part].join('\n');
  return `<${createHash('sha256').update(carried).digest('hex').slice(0, 40)}@${host}>`;
}
