/** The outbox and the mail log, read; and the one thing a person may do to them: hurry what waits. */
import { onlyRow, type Db } from './pool.ts';
import type { SkipReason } from '../core/item/mail-skip.ts';
import type { MailTrouble } from '../core/item/mail-trouble.ts';
import { present } from '../core/present.ts';
import type { Instant } from '../core/time.ts';

type MailState = 'planned' | 'sending' | 'sent' | 'skipped' | 'failed';

export interface MailReceiptRow {
  readonly seq: number;
  readonly personId: string;
  readonly kind: string;
  readonly sendAt: Instant;
  readonly state: MailState;
  readonly sentAt: Instant | null;
  /** Why the line was dropped; null when it was not. */
  readonly skipped: SkipReason | null;
  /** Why its mail has not left; null when nothing is wrong. */
  readonly trouble: MailTrouble | null;
}

/** What became of each line of an item: waiting, skipped for a reason, or gone with a mail. */
export async function mailReceiptsOf(db: Db, itemId: string): Promise<MailReceiptRow[]> {
  const { rows } = await db.query<MailReceiptRow>(
    `SELECT line.seq, line.person_id AS "personId", line.kind, line.send_at AS "sendAt",
       CASE WHEN line.skipped IS NOT NULL THEN 'skipped' ELSE coalesce(mail.state, 'planned') END AS state,
       mail.sent_at AS "sentAt", line.skipped,
       CASE WHEN line.skipped IS NULL THEN mail.trouble END AS trouble
     FROM mail_line AS line LEFT JOIN mail ON mail.id = line.mail_id
     WHERE line.item_id = $1
     ORDER BY line.seq, line.id`,
    [itemId],
  );
  return rows;
}

export interface MailLogRow {
  readonly id: number;
  readonly messageId: string;
  readonly personId: string;
  readonly kind: 'digest' | 'letter' | 'link';
  readonly slot: Instant;
  readonly state: MailState;
  readonly attempts: number;
  readonly sentAt: Instant | null;
  readonly subject: string | null;
  readonly trouble: MailTrouble | null;
  readonly lines: number;
  /** Attempts that nobody knows the end of: the mail may have arrived with each of them. */
  readonly unanswered: number;
  /** It was sent after such an attempt, under the same Message-ID: it may have arrived twice. */
  readonly mayHaveDoubled: boolean;
}

export interface MailLogSearch {
  /** The id after which the page goes on. */
  readonly before: number | null;
  readonly mayHaveDoubled: boolean;
}

/** The newest mails first. */
export async function mailLog(db: Db, { before, mayHaveDoubled }: MailLogSearch, limit: number): Promise<MailLogRow[]> {
  const { rows } = await db.query<MailLogRow>(
    `SELECT id, message_id AS "messageId", person_id AS "personId", kind, slot, state, attempts, sent_at AS "sentAt",
       subject, trouble, unanswered, may_have_doubled AS "mayHaveDoubled",
       (SELECT count(*)::integer FROM mail_line WHERE mail_line.mail_id = mail.id) AS lines
     FROM mail
     WHERE ($1::bigint IS NULL OR id < $1) ${mayHaveDoubled ? 'AND may_have_doubled' : ''}
     ORDER BY id DESC LIMIT $2`,
    [before, limit],
  );
  return rows;
}

/** How many mails may have arrived twice: few, unless something is very wrong, and then the count stops. */
export async function countDoubled(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM (SELECT FROM mail WHERE may_have_doubled LIMIT 10000) AS doubled',
  );
  return onlyRow(rows).count;
}

export interface UnreachedPerson {
  readonly personId: string;
  /** Mails that were refused for good. */
  readonly mails: number;
  readonly lastSlot: Instant;
  readonly trouble: MailTrouble | null;
}

/** Who gets nothing, and what the mail server said last of it. */
export async function unreachedPeople(db: Db): Promise<UnreachedPerson[]> {
  const { rows } = await db.query<UnreachedPerson>(
    `SELECT person_id AS "personId", count(*)::integer AS mails, max(slot) AS "lastSlot",
       (array_agg(trouble ORDER BY id DESC))[1] AS trouble
     FROM mail WHERE state = 'failed' GROUP BY person_id ORDER BY max(id) DESC`,
  );
  return rows;
}

/**
 * What was refused for good is tried again: nothing of it arrived. What speaks no longer true is dropped on the way, as ever.
 * @returns how many mails wait again
 */
export async function planFailedAgain(db: Db, of: { readonly mailId: number } | { readonly personId: string }) {
  const { rowCount } = await db.query(
    `UPDATE mail SET state = 'planned', next_try_at = now(), trouble = NULL
     WHERE state = 'failed' AND ${'mailId' in of ? 'id' : 'person_id'} = $1`,
    ['mailId' in of ? of.mailId : of.personId],
  );
  return present(rowCount, 'count of changed mails');
}

export interface SentMail {
  readonly id: number;
  readonly slot: Instant;
  readonly to: string;
  readonly subject: string;
}

/** Mails that have left, by the name of their recipient, after the one with this id. */
export async function mailsSentAfter(db: Db, mailId: number): Promise<SentMail[]> {
  const { rows } = await db.query<SentMail>(
    `SELECT mail.id, mail.slot, person.name AS "to", mail.subject FROM mail JOIN person ON person.id = mail.person_id
     WHERE mail.state = 'sent' AND mail.id > $1 ORDER BY mail.id`,
    [mailId],
  );
  return rows;
}

export async function countSentMails(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM mail WHERE state = 'sent'`,
  );
  return onlyRow(rows).count;
}

export interface WaitingSlot {
  readonly slot: Instant;
  readonly lines: number;
}

export async function waitingSlots(db: Db): Promise<WaitingSlot[]> {
  const { rows } = await db.query<WaitingSlot>(
    `SELECT send_at AS slot, count(*)::integer AS lines
     FROM mail_line WHERE mail_id IS NULL AND skipped IS NULL
     GROUP BY send_at ORDER BY send_at LIMIT 100`,
  );
  return rows;
}

/** @returns how many lines are due now that were not before */
export async function hurryWaitingLines(db: Db, now: Instant): Promise<number> {
  const { rowCount } = await db.query(
    'UPDATE mail_line SET send_at = $1 WHERE mail_id IS NULL AND skipped IS NULL AND send_at > $1',
    [now],
  );
  return present(rowCount, 'count of changed lines');
}
