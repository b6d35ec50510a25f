/** Letters: numbered when they leave, and read with what became of them. */
import { onlyRow, type Db } from './pool.ts';
import { insertRecordEvent } from './record-events.ts';
import type { LetterContents } from '../core/item/letter.ts';
import type { SkipReason } from '../core/item/mail-skip.ts';
import type { LetterKind } from '../core/rules/policy.ts';
import { localDate, type Instant } from '../core/time.ts';

/** The kind of the letter that a fact calls for; null for a fact that calls for none. */
export const letterOfFact = (fact: string): string =>
  `coalesce(${fact}.body -> 'step' ->> 'letter', ${fact}.body ->> 'letter')`;

/** Of a letter one mail at a time is looked at, and no fact of its item comes between the look and the number. */
export async function lockItemOfLetter(db: Db, itemId: string): Promise<void> {
  await db.query('SELECT FROM item WHERE id = $1 FOR NO KEY UPDATE', [itemId]);
}

export interface NewLetter {
  readonly itemId: string;
  /** The fact that calls for it. */
  readonly seq: number;
  readonly roundId: string;
  readonly kind: LetterKind;
  /** Letters of one series are numbered together; empty for those without a mark. */
  readonly series: string;
  readonly issuedAt: Instant;
  readonly contents: LetterContents;
}

export interface IssuedLetter {
  readonly year: number;
  readonly number: number;
  /** Null where it was numbered before that was kept. */
  readonly contents: LetterContents | null;
}

/**
 * The next number of its round, series and year, without gaps: the round's row is the counter and is locked till commit. What it
 * says goes into the chain of the round, so that nobody writes it anew unseen.
 */
export async function numberLetter(db: Db, letter: NewLetter): Promise<IssuedLetter> {
  const { itemId, seq, roundId, kind, series, issuedAt, contents } = letter;
  const year = Number(localDate(issuedAt).slice(0, 4));
  await db.query('UPDATE round SET letter_count = letter_count + 1 WHERE id = $1', [roundId]);
  const { rows } = await db.query<{ number: number }>(
    `INSERT INTO letter (item_id, seq, round_id, kind, series, year, number, issued_at, contents)
     SELECT $2, $3, $1, $4, $8, $5, 1 + coalesce(max(number), 0), $6, $7
     FROM letter WHERE round_id = $1 AND year = $5 AND series = $8
     RETURNING number`,
    [roundId, itemId, seq, kind, year, issuedAt, JSON.stringify(contents), series],
  );
  const { number } = onlyRow(rows);
  const data = { itemId, seq, kind, series, year, number, contents };
  await insertRecordEvent(db, { kind: 'letterIssued', recordId: roundId, at: issuedAt, by: null, data });
  return { year, number, contents };
}

export interface LetterRow {
  readonly seq: number;
  readonly kind: LetterKind;
  /** Under which number it left, and when; null while it waits, and where it never will. */
  readonly year: number | null;
  readonly number: number | null;
  readonly issuedAt: Instant | null;
  /** The slot for which it is meant. */
  readonly sendAt: Instant;
  /** Why it left to nobody, and never will; null for one that left or still may. */
  readonly voidBecause: SkipReason | null;
}

/** What became of the lines of a letter: gone, perhaps gone, on their way, or dropped. One refused for good has no address. */
const fates = `SELECT count(*) FILTER (WHERE line.skipped IS NULL AND coalesce(mail.state, 'planned') IN ('planned', 'sending')) AS waiting,
       count(*) FILTER (WHERE mail.state = 'sent' OR mail.unanswered > 0) AS gone, min(line.skipped) AS reason
     FROM mail_line AS line LEFT JOIN mail ON mail.id = line.mail_id
     WHERE line.item_id = event.item_id AND line.seq = event.seq`;

/** The letters that the facts of an item call for, the oldest first. */
export async function lettersOf(db: Db, itemId: string): Promise<LetterRow[]> {
  const { rows } = await db.query<LetterRow>(
    `SELECT event.seq, ${letterOfFact('event')} AS kind, event.body ->> 'sendAt' AS "sendAt",
       letter.year, letter.number, letter.issued_at AS "issuedAt",
       CASE WHEN fate.waiting = 0 AND fate.gone = 0 THEN coalesce(fate.reason, 'noAddress') END AS "voidBecause"
     FROM event
     LEFT JOIN letter ON letter.item_id = event.item_id AND letter.seq = event.seq
     CROSS JOIN LATERAL (${fates}) AS fate
     WHERE event.item_id = $1 AND ${letterOfFact('event')} IS NOT NULL ORDER BY event.seq`,
    [itemId],
  );
  return rows;
}

export interface NumberedLetter extends IssuedLetter {
  readonly kind: LetterKind;
}

/** A letter of an item that has its number; null where there is none under this fact. */
export async function readLetter(db: Db, itemId: string, seq: number): Promise<NumberedLetter | null> {
  const { rows } = await db.query<NumberedLetter>(
    'SELECT kind, year, number, contents FROM letter WHERE item_id = $1 AND seq = $2',
    [itemId, seq],
  );
  return rows[0] ?? null;
}
