/**
 * A letter gets its number in the transaction that finds it still true, as late as can be: what is closed, extended or given to
 * another unit before it leaves never takes one. From then on the number and the words stay, whatever becomes of its mails.
 */
import { letterContents, markOf } from './letter-facts.ts';
import { droppedBecause, type HeldMail } from './mail-write.ts';
import type { MailSettings } from './mail-settings.ts';
import type { LetterContents } from '../core/item/letter.ts';
import { present } from '../core/present.ts';
import type { Instant } from '../core/time.ts';
import { lockItemOfLetter, numberLetter, readLetter } from '../db/letters.ts';
import { skipLines } from '../db/outbox.ts';
import { transaction, type Db, type Pool } from '../db/pool.ts';
import { linesOfMails, type CarriedLine } from '../db/sending.ts';

export interface Issuing {
  readonly pool: Pool;
  readonly settings: MailSettings;
  readonly now: Instant;
}

/** The line as it leaves, null when it no longer speaks true; or why it cannot be written, and then it has no number. */
type Issued = { readonly line: CarriedLine | null } | { readonly said: string };

export async function issueLetter(
  { mail, rules }: Pick<HeldMail, 'mail' | 'rules'>,
  itemId: string,
  { pool, settings, now }: Issuing,
): Promise<Issued> {
  return transaction(pool, async (db) => {
    await lockItemOfLetter(db, itemId);
    const [line] = await linesOfMails(db, [mail.id]);
    // Its other mails gave it its number.
    if (line === undefined || line.issued !== null) return { line: line ?? null };
    const reason = droppedBecause(line, mail.person);
    if (reason !== null) {
      await skipLines(db, [{ id: line.id, reason }]);
      return { line: null };
    }
    let contents: LetterContents;
    try {
      contents = letterContents(line, { rules, settings, now }, await unansweredOf(db, line));
    } catch (error) {
      return { said: String(error) };
    }
    const { seq, roundId } = line;
    const kind = present(line.letter, `letter of line ${line.id}`);
    const series = markOf(line, { rules });
    const issued = await numberLetter(db, { itemId, seq, roundId, kind, series, issuedAt: now, contents });
    return { line: { ...line, issued } };
  });
}

/** The number of the letter that this one follows; null where it follows none, or one that never left. */
async function unansweredOf(db: Db, { itemId, step }: CarriedLine): Promise<LetterContents['unanswered']> {
  const before = step?.ofLetter === undefined ? null : await readLetter(db, itemId, step.ofLetter);
  return before === null ? null : { year: before.year, number: before.number };
}
