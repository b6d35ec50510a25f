/** One mail leaves: written from the ledger as it stands now, handed over, and marked with what came of it. */
import { letterFacts } from './letter-facts.ts';
import { digestFacts, type MailContext } from './mail-facts.ts';
import { senderOf, type MailSettings } from './mail-settings.ts';
import { answerOf, type SmtpAnswer } from './smtp-answer.ts';
import { staleBecause } from '../core/item/mail-skip.ts';
import type { Instant } from '../core/time.ts';
import {
  claimMail,
  deferMail,
  endMail,
  linesOfMail,
  markSent,
  skipLines,
  type CarriedLine,
  type ClaimedMail,
} from '../db/outbox.ts';
import { roundsOfItems } from '../db/items.ts';
import type { Person } from '../core/people/people.ts';
import { readPerson, readUnit } from '../db/people.ts';
import type { Pool } from '../db/pool.ts';
import { renderDigest } from '../documents/mail/digest.ts';
import type { RenderedMail } from '../documents/mail/facts.ts';
import { renderLetter } from '../documents/mail/letter.ts';

/** What goes to the mail server, in the words of nodemailer. */
interface OutgoingMail extends RenderedMail {
  readonly messageId: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly headers: Readonly<Record<string, string>>;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/** A pool of connections to a mail server; nodemailer's transport is one. */
export interface MailTransport {
  sendMail(mail: OutgoingMail): Promise<unknown>;
}

export interface Outcome {
  readonly mailId: number;
  readonly answer: SmtpAnswer | { readonly kind: 'skipped' };
  readonly skippedLines: number;
}

export interface Sending {
  readonly pool: Pool;
  readonly transport: MailTransport;
  readonly settings: MailSettings;
  /** The moment the mails speak of. */
  readonly now: Instant;
}

/** Sends the mail that waits longest. Null when none waits. */
export async function sendNext(sending: Sending): Promise<Outcome | null> {
  const claimed = await claimMail(sending.pool);
  return claimed === null ? null : deliver(claimed, sending);
}

async function deliver(mail: ClaimedMail, sending: Sending): Promise<Outcome> {
  const { pool, transport } = sending;
  let skippedLines = 0;
  let written: OutgoingMail;
  try {
    const { lines, skipped } = await trueLines(mail, pool);
    skippedLines = skipped;
    if (lines.length === 0) {
      await endMail(pool, mail, 'skipped', 'nothing left to say');
      return { mailId: mail.id, answer: { kind: 'skipped' }, skippedLines };
    }
    written = await write(mail, lines, sending);
  } catch (error) {
    // Not the mail server's doing: a mail that cannot be written keeps its problem in sight and lets the others pass.
    const answer = { kind: 'unwritable', problem: String(error) } as const;
    await deferMail(pool, mail, answer.problem);
    return { mailId: mail.id, answer, skippedLines };
  }
  const answer = await transport.sendMail(written).then(() => ({ kind: 'sent' }) as const, answerOf);
  await record(mail, written.subject, answer, pool);
  return { mailId: mail.id, answer, skippedLines };
}

/** Between planning and now, or between two attempts, an item may have been closed: nobody is reminded of what is done. */
async function trueLines(mail: ClaimedMail, pool: Pool): Promise<{ lines: CarriedLine[]; skipped: number }> {
  const all = await linesOfMail(pool, mail.id);
  const skipped = all.flatMap((line) => {
    const reason = staleBecause(line, line.item);
    return reason === null ? [] : [{ id: line.id, reason }];
  });
  await skipLines(pool, skipped);
  const dropped = new Set(skipped.map(({ id }) => id));
  return { lines: all.filter(({ id }) => !dropped.has(id)), skipped: skipped.length };
}

async function write(mail: ClaimedMail, lines: readonly CarriedLine[], sending: Sending): Promise<OutgoingMail> {
  const { pool, settings, now } = sending;
  const person = await readPerson(pool, mail.personId);
  if (person === null) throw new Error(`person ${mail.personId} is gone`);
  const roundIds = [...new Set(lines.map(({ roundId }) => roundId))];
  const unit = person.unitId === null ? null : await readUnit(pool, person.unitId);
  const rules = await roundsOfItems(pool, roundIds);
  const context = { mailId: mail.id, person, personUnit: unit?.name ?? null, rules, settings, now };
  return addressed(render(mail, lines, context), mail, person, settings);
}

function render(mail: ClaimedMail, lines: readonly CarriedLine[], context: MailContext): RenderedMail {
  const [first] = lines;
  return mail.kind === 'letter' && first !== undefined
    ? renderLetter(letterFacts(first, context))
    : renderDigest(digestFacts(lines, context));
}

function addressed(rendered: RenderedMail, mail: ClaimedMail, person: Person, settings: MailSettings): OutgoingMail {
  const { name, address, host } = senderOf(settings);
  return {
    ...rendered,
    messageId: mail.messageId,
    date: new Date(),
    from: { name, address },
    ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
    to: { name: person.name, address: person.email },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<rectify.${host}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function record(mail: ClaimedMail, subject: string, answer: SmtpAnswer, pool: Pool): Promise<void> {
  switch (answer.kind) {
    case 'sent':
      return markSent(pool, mail.id, subject);
    case 'refused':
      return endMail(pool, mail, 'failed', answer.problem);
    case 'later':
    case 'noAnswer':
    case 'unwritable':
      return deferMail(pool, mail, answer.problem);
  }
}
