/** One mail leaves: written, handed over, and noted with what came of it. */
import { issueLetter } from './letter-issue.ts';
import type { Leave } from './mail-brake.ts';
import type { MailHolder } from './mail-holder.ts';
import type { MailSettings } from './mail-settings.ts';
import { droppedBecause, writeMail, type HeldMail, type Opening, type OutgoingMail } from './mail-write.ts';
import type { SmtpAnswer } from './smtp-answer.ts';
import { linkExpiresAt } from '../core/people/account-link.ts';
import type { Instant } from '../core/time.ts';
import { insertLinkToken, type CarriedLink } from '../db/account-links.ts';
import { hashOf, newToken } from '../db/tokens.ts';
import { skipLines } from '../db/outbox.ts';
import type { Pool } from '../db/pool.ts';
import type { MailNote } from '../db/sending.ts';

/** Connections to a mail server. */
export interface MailTransport {
  /** Never sends a mail twice by itself. */
  deliver(mail: OutgoingMail): Promise<SmtpAnswer>;
}

export interface Outcome {
  readonly mailId: number;
  readonly answer:
    | SmtpAnswer
    /** Nothing was left to say. */
    | { readonly kind: 'skipped' }
    | { readonly kind: 'unwritable'; readonly said: string }
    /** Another holds it, or it was given back. */
    | { readonly kind: 'notOurs' };
  readonly skippedLines: number;
}

export interface Sending {
  readonly pool: Pool;
  readonly holder: MailHolder;
  readonly transport: MailTransport;
  readonly settings: MailSettings;
  /** The moment the mails speak of. */
  readonly now: Instant;
  readonly cancelled: AbortSignal;
}

/** @throws when the database is away; the mail is then given back */
export async function send(held: HeldMail, leave: Leave, sending: Sending): Promise<Outcome> {
  const { holder } = sending;
  const { id, attempts } = held.mail;
  const counted = once(leave);
  try {
    const { answer, skippedLines } = await attempt(held, counted, sending);
    if (answer.kind !== 'sent') void holder.note({ id, attempts, ...noteOf(answer) });
    return { mailId: id, answer, skippedLines };
  } catch (error) {
    void holder.note({ id, attempts, kind: 'givenBack' });
    throw error;
  } finally {
    counted.giveBack();
  }
}

async function attempt(held: HeldMail, leave: Leave, sending: Sending): Promise<Omit<Outcome, 'mailId'>> {
  const { holder, settings, now } = sending;
  const { id, attempts, messageId } = held.mail;
  const kept = await trueLines(held, sending.pool);
  if (holder.hasAccepted(messageId)) {
    holder.accepted(held.mail, null);
    return { answer: { kind: 'sent' }, skippedLines: kept.skippedLines };
  }
  const leaving = await withNumber(held, kept, sending);
  if ('said' in leaving) return unwritable(leaving.said, kept.skippedLines);
  const { lines, skippedLines } = leaving;
  if (lines.length === 0 && held.link === null) return { answer: { kind: 'skipped' }, skippedLines };
  const opening = held.link === null ? null : await openingOf(held.link, sending);
  let written: OutgoingMail;
  try {
    written = await writeMail({ ...held, lines }, opening, settings, now);
  } catch (error) {
    return unwritable(error, skippedLines);
  }
  const isOurs = await holder.note({ id, attempts, kind: 'handedOver' }, sending.cancelled);
  // A process that was frozen here for longer than its lease goes no further: others may have gone on for it.
  if (!isOurs || !holder.lease.isSure) return { answer: { kind: 'notOurs' }, skippedLines };
  leave.gone(Date.now());
  const answer = await sending.transport.deliver(written);
  if (answer.kind === 'sent') holder.accepted(held.mail, written.subject);
  return { answer, skippedLines };
}

/** Not the mail server's doing: a mail that cannot be written keeps its trouble in sight and lets the others pass. */
const unwritable = (error: unknown, skippedLines: number): Omit<Outcome, 'mailId'> => ({
  answer: { kind: 'unwritable', said: String(error).slice(0, 300) },
  skippedLines,
});

type Kept = Pick<HeldMail, 'lines'> & { readonly skippedLines: number };

/** A letter without its number is looked at once more, for good. */
async function withNumber(held: HeldMail, kept: Kept, sending: Sending): Promise<Kept | { readonly said: string }> {
  const [line] = kept.lines;
  if (held.mail.kind !== 'letter' || line === undefined || line.issued !== null) return kept;
  const issued = await issueLetter(held, line.itemId, sending);
  if ('said' in issued) return issued;
  return issued.line === null
    ? { lines: [], skippedLines: kept.skippedLines + 1 }
    : { lines: [issued.line], skippedLines: kept.skippedLines };
}

/** Made now and told to nobody else: the ledger keeps its hash. Each attempt has its own, for the one before may have arrived. */
async function openingOf({ id, kind }: CarriedLink, { pool, now }: Sending): Promise<Opening> {
  const token = newToken();
  await insertLinkToken(pool, id, hashOf(token), linkExpiresAt(now));
  return { kind, token };
}

/** Between planning and now, or between two attempts, an item may have been closed: nobody is reminded of what is done. */
async function trueLines({ mail, lines }: HeldMail, pool: Pool): Promise<Kept> {
  const skipped = lines.flatMap((line) => {
    const reason = droppedBecause(line, mail.person);
    return reason === null ? [] : [{ id: line.id, reason }];
  });
  await skipLines(pool, skipped);
  const dropped = new Set(skipped.map(({ id }) => id));
  return { lines: lines.filter(({ id }) => !dropped.has(id)), skippedLines: skipped.length };
}

type NoteBody<Note> = Note extends unknown ? Omit<Note, 'id' | 'attempts'> : never;

function noteOf(answer: Exclude<Outcome['answer'], { kind: 'sent' }>): NoteBody<MailNote> {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'failed', trouble: { code: 'refused', said: answer.said } };
    case 'skipped':
      return { kind: 'skipped', trouble: { code: 'nothingLeft' } };
    case 'later':
    case 'unwritable':
      return { kind: 'deferred', trouble: { code: answer.kind, said: answer.said }, mayHaveArrived: false };
    case 'noAnswer':
      return {
        kind: 'deferred',
        trouble: { code: 'noAnswer', said: answer.said },
        mayHaveArrived: answer.mayHaveArrived,
      };
    case 'notOurs':
      return { kind: 'givenBack' };
  }
}

/** A leave is used or given back, never both. */
function once(leave: Leave): Leave {
  let isOpen = true;
  const close = (use: () => void): void => {
    if (isOpen) use();
    isOpen = false;
  };
  return { gone: (nowMs) => close(() => leave.gone(nowMs)), giveBack: () => close(leave.giveBack) };
}
