/** Lines become mails: one digest a person and slot, each letter by itself, and what is no longer true is dropped with its reason. */
import { messageIdOf } from './mail-settings.ts';
import { isMailAddress } from '../core/mail-address.ts';
import type { RelayMails } from './contract.ts';
import { staleBecause } from '../core/item/mail-skip.ts';
import { isTimeBound } from '../core/item/mail.ts';
import {
  attachLines,
  dueLines,
  insertMail,
  lockGathering,
  lockUntouchedMail,
  peopleWithDueLines,
  skipLines,
  type DueLine,
  type NewMail,
  type SkippedLine,
} from '../db/outbox.ts';
import { transaction, type Db, type Pool } from '../db/pool.ts';

export interface Gathered {
  readonly people: number;
  readonly skippedLines: number;
}

/** All lines of up to `limit` people, in one transaction: a line is in exactly one mail, or waits, or is skipped. */
export function gatherMails(pool: Pool, { now, limit }: RelayMails, host: string): Promise<Gathered> {
  return transaction(pool, async (db) => {
    await lockGathering(db);
    const people = await peopleWithDueLines(db, now, limit);
    const lines = await dueLines(db, people, now);
    const skipped = untrue(lines);
    await skipLines(db, skipped);
    const dropped = new Set(skipped.map(({ id }) => id));
    const left = lines.filter(({ id }) => !dropped.has(id));
    // Letters first: mails leave in the order of their ids.
    for (const line of left) if (line.letter !== null) await planLetter(db, line, host);
    for (const own of byPerson(left.filter(({ letter }) => letter === null))) await planDigest(db, own, host);
    return { people: people.length, skippedLines: skipped.length };
  });
}

function untrue(lines: readonly DueLine[]): SkippedLine[] {
  const skipped = lines.flatMap((line) => {
    const reason = isMailAddress(line.email) ? staleBecause(line, line.item) : 'noAddress';
    return reason === null ? [] : [{ id: line.id, reason }];
  });
  const dropped = new Set(skipped.map(({ id }) => id));
  const reminders = lines.filter(({ id, kind, letter }) => !dropped.has(id) && letter === null && isTimeBound(kind));
  return [...skipped, ...repeated(reminders)];
}

/** Of several reminders of one item to one person the newest stands. */
function repeated(reminders: readonly DueLine[]): SkippedLine[] {
  const newest = new Map<string, DueLine>();
  for (const line of reminders) {
    const key = `${line.personId}/${line.itemId}`;
    const known = newest.get(key);
    if (known === undefined || known.seq < line.seq) newest.set(key, line);
  }
  const kept = new Set([...newest.values()]);
  return reminders.filter((line) => !kept.has(line)).map(({ id }) => ({ id, reason: 'repeated' }));
}

const byPerson = (lines: readonly DueLine[]): readonly (readonly DueLine[])[] => [
  ...Map.groupBy(lines, ({ personId }) => personId).values(),
];

async function planLetter(db: Db, line: DueLine, host: string): Promise<void> {
  const mail = { personId: line.personId, kind: 'letter', slot: line.sendAt } as const;
  const id = await insertMail(db, { ...mail, messageId: messageIdOf(mail, `${line.itemId}/${line.seq}`, host) });
  if (id === null) throw new Error(`line ${line.id} waits although its letter was planned`);
  await attachLines(db, id, [line.id]);
}

/** After an outage everything late joins the newest slot: one digest, not one for every day missed. */
async function planDigest(db: Db, lines: readonly DueLine[], host: string): Promise<void> {
  const slot = lines.map(({ sendAt }) => sendAt).reduce((one, other) => (one < other ? other : one));
  const personId = lines[0]?.personId ?? '';
  const id = await openDigest(db, { personId, kind: 'digest', slot }, host);
  await attachLines(
    db,
    id,
    lines.map((line) => line.id),
  );
}

/**
 * The digest of this slot. A line that comes when it has already left (committed a moment after the slot) gets the next part:
 * rare, but better a second mail than a day's delay or a line that never leaves.
 */
async function openDigest(db: Db, mail: Omit<NewMail, 'messageId'>, host: string): Promise<number> {
  for (let part = 1; ; part += 1) {
    const messageId = messageIdOf(mail, String(part), host);
    const id = (await insertMail(db, { ...mail, messageId })) ?? (await lockUntouchedMail(db, messageId));
    if (id !== null) return id;
  }
}
