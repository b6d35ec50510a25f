/**
 * Mails on their way: which process holds which, and what became of them. One function for each statement.
 *
 * A process that holds mails says again and again that it lives. When it has not for the length of a lease, others take over
 * what it held. A mail in `planned` with a holder is being written; in `sending` it is with the mail server and may have
 * arrived, which is why that state is written as late as it can be.
 */
import { wholeItem } from './items.ts';
import type { IssuedLetter } from './letters.ts';
import { onlyRow, type Db } from './pool.ts';
import { lineColumns, type NewMail, type OutboxLineRow } from './outbox.ts';
import type { Principal } from '../core/actor.ts';
import type { MailTrouble } from '../core/item/mail-trouble.ts';
import type { Item } from '../core/item/item.ts';
import type { Person } from '../core/people/people.ts';
import type { LocalDate } from '../core/time.ts';

const interval = (ms: number): string => `${ms} milliseconds`;

/**
 * The holder lives. Whoever was silent for half a lease begins anew: from then on it has to watch for a whole lease before it
 * may take over from others, who may have been kept from speaking by the same outage.
 */
export async function sayAlive(db: Db, holderId: string, leaseMs: number): Promise<void> {
  await db.query(
    `INSERT INTO mail_holder (id, watching_since, alive_until)
     VALUES ($1, now(), now() + $2::interval)
     ON CONFLICT (id) DO UPDATE SET
       watching_since = CASE
         WHEN mail_holder.alive_until < now() + $2::interval / 2 THEN now()
         ELSE mail_holder.watching_since END,
       alive_until = excluded.alive_until`,
    [holderId, interval(leaseMs)],
  );
}

/**
 * Frees what the dead held. The first loss costs a mail no time; a mail that loses its holders again and again may be what
 * kills them, and waits twice as long each time, up to an hour.
 *
 * @returns how many mails were freed, and how many others still hold
 */
export async function takeOver(
  db: Db,
  holderId: string,
  leaseMs: number,
): Promise<{ freed: number; heldByOthers: number }> {
  const trouble: MailTrouble = { code: 'senderLost' };
  const { rows } = await db.query<{ freed: number; heldByOthers: number }>(
    `WITH living AS (
       SELECT id FROM mail_holder WHERE alive_until > now()
     ), freed AS (
       UPDATE mail
       SET state = 'planned', holder = NULL, losses = losses + 1, trouble = $3,
           unanswered = unanswered + CASE state WHEN 'sending' THEN 1 ELSE 0 END,
           next_try_at = now() + CASE losses WHEN 0 THEN interval '0' ELSE make_interval(mins => least(60, 1 << least(losses - 1, 6))) END
       WHERE holder IS NOT NULL AND holder NOT IN (SELECT id FROM living)
         AND EXISTS (
           SELECT FROM mail_holder
           WHERE id = $1 AND alive_until > now() AND watching_since <= now() - $2::interval
         )
       RETURNING id
     ), forgotten AS (
       DELETE FROM mail_holder WHERE alive_until < now() - interval '1 day'
     )
     SELECT (SELECT count(*)::integer FROM freed) AS freed,
       (SELECT count(*)::integer FROM mail
        WHERE holder IS NOT NULL AND holder <> $1 AND id NOT IN (SELECT id FROM freed)) AS "heldByOthers"`,
    [holderId, interval(leaseMs), trouble],
  );
  return onlyRow(rows);
}

export interface ClaimedMail extends NewMail {
  readonly id: number;
  /** How often it was claimed, this time included; names the claim. */
  readonly attempts: number;
  readonly person: Person;
  readonly personUnit: string | null;
}

export interface Claim {
  readonly holderId: string;
  readonly limit: number;
  /** What this process has in hand already. What it holds beyond that, it lost the answer of: it may claim it again. */
  readonly inHand: readonly number[];
  /** Mails that lost a holder before, and may have killed it: claimed only when nothing else is in hand. */
  readonly isOfLost: boolean;
}

/** Takes the mails that are due: letters first, then those that wait longest. Nothing of them has left yet. */
export async function claimMails(db: Db, { holderId, limit, inHand, isOfLost }: Claim): Promise<ClaimedMail[]> {
  const { rows } = await db.query<ClaimedMail>(
    `WITH claimed AS (
       UPDATE mail SET holder = $1, attempts = attempts + 1
       WHERE id IN (
         SELECT id FROM mail
         WHERE state = 'planned' AND next_try_at <= now() AND (losses > 0) = $4
           AND (holder IS NULL OR (holder = $1 AND id <> ALL($3)))
         ORDER BY kind DESC, next_try_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
       )
       RETURNING id, message_id, person_id, kind, slot, attempts, next_try_at
     )
     SELECT claimed.id, claimed.message_id AS "messageId", claimed.person_id AS "personId", claimed.kind, claimed.slot,
       claimed.attempts, unit.name AS "personUnit",
       jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email, 'locale', person.locale,
         'roles', person.roles, 'unitId', person.unit_id, 'phone', person.phone, 'isChief', person.is_chief,
         'inInspectionOffice', person.in_inspection_office, 'hasLeft', person.left_at IS NOT NULL) AS person
     FROM claimed JOIN person ON person.id = claimed.person_id LEFT JOIN unit ON unit.id = person.unit_id
     ORDER BY claimed.kind DESC, claimed.next_try_at, claimed.id`,
    [holderId, limit, inHand, isOfLost],
  );
  return rows;
}

/** A line as its mail tells it. */
export interface CarriedLine extends OutboxLineRow {
  readonly mailId: number;
  readonly title: string;
  readonly number: string;
  readonly item: Item;
  readonly roundId: string;
  readonly roundTitle: string;
  readonly by: string | null;
  /** In whose place. */
  readonly byFor: string | null;
  readonly fact: {
    readonly reason?: string;
    readonly until?: LocalDate;
    readonly dueOn?: LocalDate;
    readonly checkpointOn?: LocalDate;
    readonly reviewOn?: LocalDate;
    readonly answerDueOn?: LocalDate | null;
  };
  readonly unit: { readonly name: string; readonly liaisonId: string | null } | null;
  /** Where it is a substitute's: the absent person, and their name. */
  readonly inPlaceOf: { readonly principal: Principal; readonly name: string } | null;
  /** Of a letter that has its number. */
  readonly issued: IssuedLetter | null;
}

/** What these mails carry, without the lines that were dropped. */
export async function linesOfMails(db: Db, mailIds: readonly number[]): Promise<CarriedLine[]> {
  const { rows } = await db.query<CarriedLine>(
    `SELECT line.mail_id AS "mailId", ${lineColumns}, item.title, item.number, ${wholeItem} AS item,
       round.id AS "roundId", round.title AS "roundTitle", author.name AS by, principal.name AS "byFor", event.body AS fact,
       CASE WHEN unit.id IS NULL THEN NULL
         ELSE jsonb_build_object('name', unit.name, 'liaisonId', unit.liaison_id) END AS unit,
       CASE WHEN absent.id IS NULL THEN NULL
         ELSE jsonb_build_object('name', absent.name, 'principal', jsonb_build_object('absenceId', absence.id,
           'personId', absent.id, 'roles', absent.roles, 'unitId', absent.unit_id,
           'inInspectionOffice', absent.in_inspection_office,
           'isLiaison', coalesce(unit.liaison_id = absent.id AND unit.id = absent.unit_id, false))) END AS "inPlaceOf",
       CASE WHEN letter.number IS NULL THEN NULL
         ELSE jsonb_build_object('year', letter.year, 'number', letter.number, 'contents', letter.contents) END AS issued
     FROM mail_line AS line
     JOIN event ON event.item_id = line.item_id AND event.seq = line.seq
     JOIN item ON item.id = line.item_id
     JOIN round ON round.id = item.round_id
     LEFT JOIN unit ON unit.id = item.unit_id
     LEFT JOIN person AS author ON author.id = event.by
     LEFT JOIN person AS principal ON principal.id = event.body ->> 'forId'
     LEFT JOIN absence ON absence.id = line.absence_id LEFT JOIN person AS absent ON absent.id = absence.person_id
     LEFT JOIN letter ON letter.item_id = line.item_id AND letter.seq = line.seq
     WHERE line.mail_id = ANY($1) AND line.skipped IS NULL
     ORDER BY line.id`,
    [mailIds],
  );
  return rows;
}

/** What became of a mail, as its holder knows it. */
export type MailNote = { readonly id: number; readonly attempts: number } & (
  | { readonly kind: 'handedOver' }
  /** Accepted by the mail server; that stays true whoever else holds the mail by now. */
  | { readonly kind: 'sent'; readonly subject: string | null }
  /** Not now: tried again after a pause that doubles up to an hour, for as long as it takes. */
  | { readonly kind: 'deferred'; readonly trouble: MailTrouble; readonly mayHaveArrived: boolean }
  /** Never: the recipient was refused for good, or nothing was left to say. */
  | { readonly kind: 'failed' | 'skipped'; readonly trouble: MailTrouble }
  /** Nothing of it has left, and the holder has no more time for it. */
  | { readonly kind: 'givenBack' }
);

/**
 * Writes what became of mails, of each at most one note. Repeated, it changes nothing. Apart from `sent`, only a mail that is
 * still held under the same claim is changed.
 *
 * @returns the mails whose note holds
 */
export async function writeNotes(db: Db, holderId: string, notes: readonly MailNote[]): Promise<Set<number>> {
  const { rows } = await db.query<{ id: number }>(
    `UPDATE mail SET
       state = CASE note.kind WHEN 'handedOver' THEN 'sending' WHEN 'deferred' THEN 'planned' WHEN 'givenBack' THEN 'planned'
         ELSE note.kind END,
       holder = CASE note.kind WHEN 'handedOver' THEN mail.holder END,
       attempts = mail.attempts - CASE note.kind WHEN 'givenBack' THEN 1 ELSE 0 END,
       losses = CASE WHEN note.kind IN ('sent', 'deferred') THEN 0 ELSE mail.losses END,
       unanswered = mail.unanswered + CASE WHEN note."mayHaveArrived" THEN 1 ELSE 0 END,
       next_try_at = CASE note.kind
         WHEN 'deferred' THEN now() + make_interval(mins => least(60, 1 << least(mail.attempts - 1, 6)))
         ELSE mail.next_try_at END,
       sent_at = CASE note.kind WHEN 'sent' THEN coalesce(mail.sent_at, now()) END,
       subject = coalesce(note.subject, mail.subject),
       trouble = CASE WHEN note.kind IN ('sent', 'deferred', 'failed', 'skipped') THEN note.trouble ELSE mail.trouble END
     FROM jsonb_to_recordset($2::jsonb)
       AS note (id bigint, attempts integer, kind text, subject text, trouble jsonb, "mayHaveArrived" boolean)
     WHERE mail.id = note.id
       AND (note.kind = 'sent' OR (mail.attempts = note.attempts AND mail.holder = $1))
     RETURNING mail.id`,
    [holderId, JSON.stringify(notes, (_name, value: unknown) => (typeof value === 'string' ? storable(value) : value))],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A mail server may answer with anything; a byte that PostgreSQL refuses must not keep a mark from being written. */
const storable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').toWellFormed();
