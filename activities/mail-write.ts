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
import type { Attachment, RenderedMail } from '../documents/mail/facts.ts';
import { letterDocx } from '../documents/letters/docx.ts';
import { renderLetter } from '../documents/letters/mail.ts';
import { letterFileName } from '../documents/letters/wording.ts';
import { docxMediaType } from '../documents/paper/docx.ts';
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

type Recipient = Pick<Person, 'email' | 'hasLeft' | 'unitId'>;

/** What a mail brings beside its lines: what a link is for, and the secret that opens it. */
export interface Opening {
  readonly kind: AccountLinkKind;
  readonly token: string;
}

/** Null while the line speaks true and has somebody to go to; a line that cannot even be judged stays, so that its mail shows what is wrong with it. */
export function droppedBecause(line: DueLine | CarriedLine, { email, hasLeft, unitId }: Recipient): SkipReason | null {
  if (hasLeft) return 'hasLeft';
  if (!isMailAddress(email)) return 'noAddress';
  try {
    return staleBecause(line, line.item, unitId);
  } catch {
    return null;
  }
}

/**
 * @param opening null for mails that bring no link
 * @throws when the ledger holds what cannot be written: the mail waits, with this trouble in sight
 */
export async function writeMail(
  { mail, lines, ledgerCode, rules }: Omit<HeldMail, 'link'>,
  opening: Opening | null,
  settings: MailSettings,
  now: Instant,
): Promise<OutgoingMail> {
  const { person, personUnit, messageId } = mail;
  const context = { mailId: mail.id, ledgerCode, person, personUnit, rules, settings, now };
  const { attachments, ...rendered } = await written(lines, opening, context, mail.kind === 'letter');
  const to = { name: person.name, address: person.email };
  return {
    messageId,
    subject: rendered.subject,
    from: senderOf(settings).address,
    to: person.email,
    bytes: mimeOf(rendered, attachments, { messageId, date: new Date(), to }, settings),
  };
}

async function written(
  lines: readonly CarriedLine[],
  opening: Opening | null,
  context: MailContext,
  isLetter: boolean,
): Promise<RenderedMail & { readonly attachments: readonly Attachment[] }> {
  if (opening !== null)
    return { ...renderLink({ ...frameOf([], context), ...opening, email: context.person.email }), attachments: [] };
  const [first] = lines;
  if (!isLetter || first === undefined) return { ...renderDigest(digestFacts(lines, context)), attachments: [] };
  const facts = letterFacts(first, context);
  const document = { name: letterFileName(facts), mediaType: docxMediaType, bytes: await letterDocx(facts) };
  return { ...renderLetter(facts), attachments: [document] };
}
