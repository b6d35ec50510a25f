/** The outbox as it empties: lines become mails, mails leave, and each keeps what became of it. One function a statement. */
import type { Db } from './pool.ts';
import type { SkipReason } from '../core/item/mail-skip.ts';
import type { MailLineKind } from '../core/item/mail.ts';
import type { Item } from '../core/item/item.ts';
import type { Step } from '../core/item/ladder.ts';
import type { LetterKind } from '../core/rules/policy.ts';
import type { Instant, LocalDate } from '../core/time.ts';

/** One gathering at a time: two at once could tear a person's lines into two digests. Held to the end of the transaction. */
export async function lockGathering(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['rectify:outbox']);
}

/** People for whom something is due, those who wait longest first. */
export async function peopleWithDueLines(db: Db, now: Instant, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `SELECT person_id AS "personId" FROM mail_line
     WHERE mail_id IS NULL AND skipped IS NULL AND send_at <= $1
     GROUP BY person_id ORDER BY min(send_at), person_id LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ personId }) => personId);
}

/** A line with the fact it tells of. `step` is there where the clock made it. */
interface OutboxLineRow {
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
  readonly item: Item;
}

const lineColumns = `line.id, line.item_id AS "itemId", line.seq, line.person_id AS "personId", line.kind, line.letter,
  line.due_on AS "dueOn", line.send_at AS "sendAt", event.at AS "happenedAt", event.body -> 'step' AS step`;

/** All that is due for these people. */
export async function dueLines(db: Db, personIds: readonly string[], now: Instant): Promise<DueLine[]> {
  const { rows } = await db.query<DueLine>(
    `SELECT ${lineColumns}, person.email, item.projection AS item
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
  readonly kind: 'digest' | 'letter';
  readonly slot: Instant;
}

/**
 * The slot may lie in a time that a rehearsal runs ahead to; when to try is a matter of this machine's clock.
 * @returns its id, or null when a mail with this Message-ID exists
 */
export async function insertMail(db: Db, { messageId, personId, kind, slot }: NewMail): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `INSERT INTO mail (message_id, person_id, kind, slot, state, next_try_at)
     VALUES ($1, $2, $3, $4, 'planned', now()) ON CONFLICT (message_id) DO NOTHING RETURNING id`,
    [messageId, personId, kind, slot],
  );
  return rows[0]?.id ?? null;
}

/** The mail of this Message-ID while nobody has begun to send it: lines may still join it. Locked until the transaction ends. */
export async function lockUntouchedMail(db: Db, messageId: string): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `SELECT id FROM mail WHERE message_id = $1 AND state = 'planned' AND attempts = 0 FOR UPDATE`,
    [messageId],
  );
  return rows[0]?.id ?? null;
}

export async function attachLines(db: Db, mailId: number, lineIds: readonly number[]): Promise<void> {
  await db.query('UPDATE mail_line SET mail_id = $1 WHERE id = ANY($2)', [mailId, lineIds]);
}

export interface ClaimedMail extends NewMail {
  readonly id: number;
  /** How often it was claimed, this time included; names the claim. */
  readonly attempts: number;
}

/**
 * Takes the mail that waits longest and marks it as being sent, which is committed before a byte leaves. Whoever dies with it
 * leaves a lease that runs out, and the next one sends it under the same Message-ID. The lease grows, so that a mail
 * that kills its sender is not tried every few minutes.
 */
export async function claimMail(db: Db): Promise<ClaimedMail | null> {
  const { rows } = await db.query<ClaimedMail>(
    `UPDATE mail
     SET state = 'sending', attempts = attempts + 1,
         next_try_at = now() + make_interval(mins => least(5 * (attempts + 1), 60))
     WHERE id = (
       SELECT id FROM mail WHERE state IN ('planned', 'sending') AND next_try_at <= now()
       ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     RETURNING id, message_id AS "messageId", person_id AS "personId", kind, slot, attempts`,
  );
  return rows[0] ?? null;
}

/** A line as its mail tells it. */
export interface CarriedLine extends OutboxLineRow {
  readonly title: string;
  readonly number: string;
  readonly item: Item;
  readonly roundId: string;
  readonly roundTitle: string;
  readonly by: string | null;
  readonly fact: {
    readonly reason?: string;
    readonly until?: LocalDate;
    readonly dueOn?: LocalDate;
    readonly checkpointOn?: LocalDate;
    readonly reviewOn?: LocalDate;
  };
  readonly unit: { readonly name: string; readonly liaisonId: string | null } | null;
  readonly issued: { readonly year: number; readonly number: number; readonly at: Instant } | null;
}

/** What a mail carries, without the lines that were dropped. */
export async function linesOfMail(db: Db, mailId: number): Promise<CarriedLine[]> {
  const { rows } = await db.query<CarriedLine>(
    `SELECT ${lineColumns}, item.title, item.number, item.projection AS item, round.id AS "roundId",
       round.title AS "roundTitle", author.name AS by, event.body AS fact,
       CASE WHEN unit.id IS NULL THEN NULL
         ELSE jsonb_build_object('name', unit.name, 'liaisonId', unit.liaison_id) END AS unit,
       CASE WHEN letter.number IS NULL THEN NULL
         ELSE jsonb_build_object('year', letter.year, 'number', letter.number, 'at', letter.issued_at) END AS issued
     FROM mail_line AS line
     JOIN event ON event.item_id = line.item_id AND event.seq = line.seq
     JOIN item ON item.id = line.item_id
     JOIN round ON round.id = item.round_id
     LEFT JOIN unit ON unit.id = item.unit_id
     LEFT JOIN person AS author ON author.id = event.by
     LEFT JOIN letter ON letter.item_id = line.item_id AND letter.seq = line.seq
     WHERE line.mail_id = $1 AND line.skipped IS NULL
     ORDER BY line.id`,
    [mailId],
  );
  return rows;
}

/** It was accepted; that stays true whoever else holds a claim by now. */
export async function markSent(db: Db, mailId: number, subject: string): Promise<void> {
  await db.query(
    `UPDATE mail SET state = 'sent', sent_at = now(), subject = $2, problem = NULL WHERE id = $1 AND state <> 'sent'`,
    [mailId, subject],
  );
}

/** Not now: tried again after a pause that doubles up to an hour, for as long as it takes. */
export async function deferMail(db: Db, { id, attempts }: ClaimedMail, problem: string): Promise<void> {
  await db.query(
    `UPDATE mail
     SET state = 'planned', problem = $3,
         next_try_at = now() + make_interval(mins => least(60, 1 << least($2 - 1, 6)))
     WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
    [id, attempts, problem],
  );
}

/** Never: the recipient was refused for good, or nothing was left to say. */
export async function endMail(
  db: Db,
  { id, attempts }: ClaimedMail,
  state: 'failed' | 'skipped',
  problem: string,
): Promise<void> {
  await db.query(`UPDATE mail SET state = $3, problem = $4 WHERE id = $1 AND attempts = $2 AND state = 'sending'`, [
    id,
    attempts,
    state,
    problem,
  ]);
}
