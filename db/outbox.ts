/** The outbox as it empties: lines are due, are dropped, or become mails. One function for each statement. */
import { wholeItem } from './items.ts';
import type { Db } from './pool.ts';
import type { SkipReason } from '../core/item/mail-skip.ts';
import type { MailLineKind } from '../core/item/mail.ts';
import type { Item } from '../core/item/item.ts';
import type { Step } from '../core/item/step.ts';
import type { LetterKind } from '../core/rules/policy.ts';
import type { Instant, LocalDate } from '../core/time.ts';

/** One gathering at a time: two at once could tear a person's lines into two digests. Held to the end of the transaction. */
export async function lockGathering(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['rectify:outbox']);
}

/**
 * While an absence lasts its substitute gets what the absent person gets by a post in the item, and nobody gets it in the
 * substitute's place. Again it changes nothing.
 *
 * @param absenceIds those in force
 */
export async function addSubstitutes(db: Db, absenceIds: readonly string[], now: Instant): Promise<void> {
  if (absenceIds.length === 0) return;
  await db.query(
    `INSERT INTO mail_line (item_id, seq, person_id, kind, letter, due_on, send_at, absence_id)
     SELECT line.item_id, line.seq, absence.substitute_id, line.kind, line.letter, line.due_on, line.send_at, absence.id
     FROM absence JOIN mail_line AS line ON line.person_id = absence.person_id
     JOIN event ON event.item_id = line.item_id AND event.seq = line.seq
     JOIN item ON item.id = line.item_id LEFT JOIN unit ON unit.id = item.unit_id
     WHERE absence.id = ANY($1) AND line.absence_id IS NULL
       AND line.mail_id IS NULL AND line.skipped IS NULL AND line.send_at <= $2
       AND event.by IS DISTINCT FROM absence.substitute_id
       AND (absence.person_id IN (item.handler_id, item.lead_leader_id, unit.liaison_id)
         OR projection -> 'measures' @> jsonb_build_array(jsonb_build_object('ownerId', absence.person_id)))
     ON CONFLICT (item_id, seq, person_id) DO NOTHING`,
    [absenceIds, now],
  );
}

/** People for whom something is due: those who get a letter first, then those who wait longest. */
export async function peopleWithDueLines(db: Db, now: Instant, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `SELECT person_id AS "personId" FROM mail_line
     WHERE mail_id IS NULL AND skipped IS NULL AND send_at <= $1
     GROUP BY person_id ORDER BY bool_or(letter IS NOT NULL) DESC, min(send_at), person_id LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ personId }) => personId);
}

/** A line with the fact it tells of. `step` is there where the clock made it. */
export interface OutboxLineRow {
  readonly id: number;
  readonly itemId: string;
  readonly seq: number;
  readonly personId: string;
  readonly kind: MailLineKind;
  readonly letter: LetterKind | null;
  /** The deadline the line speaks of. */
  readonly dueOn: LocalDate | null;
  readonly sendAt: Instant;
  readonly happenedAt: Instant;
  readonly step: Step | null;
}

/** A line with its item as it stands now. */
export interface DueLine extends OutboxLineRow {
  readonly email: string;
  /** Whether its person is here no more. */
  readonly hasLeft: boolean;
  /** Of its person. */
  readonly unitId: string | null;
  readonly item: Item;
}

export const lineColumns = `line.id, line.item_id AS "itemId", line.seq, line.person_id AS "personId", line.kind, line.letter,
  line.due_on AS "dueOn", line.send_at AS "sendAt", event.at AS "happenedAt", event.body -> 'step' AS step`;

/** All that is due for these people. */
export async function dueLines(db: Db, personIds: readonly string[], now: Instant): Promise<DueLine[]> {
  const { rows } = await db.query<DueLine>(
    `SELECT ${lineColumns}, person.email, person.left_at IS NOT NULL AS "hasLeft", person.unit_id AS "unitId",
       ${wholeItem} AS item
     FROM mail_line AS line
     JOIN event ON event.item_id = line.item_id AND event.seq = line.seq
     JOIN item ON item.id = line.item_id
     JOIN person ON person.id = line.person_id
     WHERE line.mail_id IS NULL AND line.skipped IS NULL AND line.send_at <= $2 AND line.person_id = ANY($1)
     ORDER BY line.id`,
    [personIds, now],
  );
  return rows;
}

export interface SkippedLine {
  readonly id: number;
  readonly reason: SkipReason;
}

export async function skipLines(db: Db, lines: readonly SkippedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db.query(
    `UPDATE mail_line SET skipped = given.reason
     FROM jsonb_to_recordset($1::jsonb) AS given (id bigint, reason text)
     WHERE mail_line.id = given.id AND mail_line.skipped IS NULL`,
    [JSON.stringify(lines)],
  );
}

export interface NewMail {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: 'digest' | 'letter' | 'link';
  readonly slot: Instant;
}

/**
 * Mails in the order in which they are given. The slot may lie in a time that a rehearsal runs ahead to; when to try is a
 * matter of this machine's clock.
 *
 * @returns the ids of those that are new, by Message-ID
 */
export async function insertMails(db: Db, mails: readonly NewMail[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: number; messageId: string }>(
    `INSERT INTO mail (message_id, person_id, kind, slot, state, next_try_at)
     SELECT "messageId", "personId", kind, slot, 'planned', now()
     FROM jsonb_to_recordset($1::jsonb)
       AS given (position integer, "messageId" text, "personId" text, kind text, slot timestamptz)
     ORDER BY position
     ON CONFLICT (message_id) DO NOTHING
     RETURNING id, message_id AS "messageId"`,
    [JSON.stringify(mails.map((mail, position) => ({ ...mail, position })))],
  );
  return new Map(rows.map(({ id, messageId }) => [messageId, id]));
}

/** Those of these mails that nobody has begun to send: lines may still join them. Locked until the transaction ends. */
export async function lockUntouchedMails(db: Db, messageIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: number; messageId: string }>(
    `SELECT id, message_id AS "messageId" FROM mail
     WHERE message_id = ANY($1) AND state = 'planned' AND attempts = 0 ORDER BY id FOR UPDATE`,
    [messageIds],
  );
  return new Map(rows.map(({ id, messageId }) => [messageId, id]));
}

export interface AttachedLine {
  readonly id: number;
  readonly mailId: number;
}

export async function attachLines(db: Db, lines: readonly AttachedLine[]): Promise<void> {
  await db.query(
    `UPDATE mail_line SET mail_id = given."mailId"
     FROM jsonb_to_recordset($1::jsonb) AS given (id bigint, "mailId" bigint)
     WHERE mail_line.id = given.id`,
    [JSON.stringify(lines)],
  );
}
