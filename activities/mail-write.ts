/** From the ledger to a mail: what still speaks true of it is written, as of now. */
import { letterFacts } from './letter-facts.ts';
import { digestFacts, frameOf, type MailContext } from './mail-facts.ts';
import { mimeOf } from './mail-mime.ts';
import { senderOf, type MailSettings } from './mail-settings.ts';
import { staleBecause, type SkipReason } from '../core/item/mail-skip.ts';
import { isMailAddress } from '../core/mail-address.ts';
import type { AccountLinkKind } from '../core/people/account-link.ts';
import type { Person } from '../core/people/people.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Instant } from '../core/time.ts';
import type { DueLine } from '../db/outbox.ts';
import type { CarriedLine, ClaimedMail } from '../db/sending.ts';
import { renderDigest } from '../documents/mail/digest.ts';
import type { RenderedMail } from '../documents/mail/facts.ts';
import { renderLetter } from '../documents/mail/letter.ts';
import { renderLink } from '../documents/mail/link.ts';
import type { CarriedLink } from '../db/account-links.ts';

/** What goes to the mail server. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** A mail in hand, with all that is needed to write it. */
export interface HeldMail {
  readonly mail: ClaimedMail;
  readonly lines: readonly CarriedLine[];
  /** What a mail of kind `link` brings while it is of use. */
  readonly link: CarriedLink | null;
  /** For the foot of the mail. */
  readonly ledgerCode: string | null;
  /** By round. */
  readonly rules: ReadonlyMap<string, Rules>;
}

type Recipient = Pick<Person, 'email' | 'hasLeft'>;

/** What a mail brings beside its lines: what a link is for, and the secret that opens it. */
export interface Opening {
  readonly kind: AccountLinkKind;
  readonly token: string;
}

/** Null while the line speaks true and has somebody to go to; a line that cannot even be judged stays, so that its mail shows what is wrong with it. */
export function droppedBecause(line: DueLine | CarriedLine, { email, hasLeft }: Recipient): SkipReason | null {
  if (hasLeft) return 'hasLeft';
  if (!isMailAddress(email)) return 'noAddress';
  try {
    return staleBecause(line, line.item);
  } catch {
    return null;
  }
}

/**
 * @param opening null for mails that bring no link
 * @throws when the ledger holds what cannot be written: the mail waits, with this trouble in sight
 */
export function writeMail(
  { mail, lines, ledgerCode, rules }: Omit<HeldMail, 'link'>,
  opening: Opening | null,
  settings: MailSettings,
  now: Instant,
): OutgoingMail {
  const { person, personUnit, messageId } = mail;
  const context = { mailId: mail.id, ledgerCode, person, personUnit, rules, settings, now };
  const rendered =
    opening === null
      ? render(mail, lines, context)
      : renderLink({ ...frameOf([], context), ...opening, email: person.email });
  const to = { name: person.name, address: person.email };
  return {
    messageId,
    subject: rendered.subject,
    from: senderOf(settings).address,
    to: person.email,
    bytes: mimeOf(rendered, { messageId, date: new Date(), to }, settings),
  };
}

function render(mail: ClaimedMail, lines: readonly CarriedLine[], context: MailContext): RenderedMail {
  const [first] = lines;
  return mail.kind === 'letter' && first !== undefined
    ? renderLetter(letterFacts(first, context))
    : renderDigest(digestFacts(lines, context));
}
