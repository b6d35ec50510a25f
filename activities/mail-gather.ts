/**
 * Lines become mails: one digest for each person and slot, each letter by itself; what is no longer true is dropped with its
 * reason.
 */
import { messageIdOf } from './mail-settings.ts';
import { droppedBecause } from './mail-write.ts';
import type { RelayMails } from './contract.ts';
import { isTimeBound } from '../core/item/mail.ts';
import { absencesInForce } from '../db/absences.ts';
import {
  addSubstitutes,
  attachLines,
  dueLines,
  insertMails,
  lockGathering,
  lockUntouchedMails,
  peopleWithDueLines,
  skipLines,
  type DueLine,
  type NewMail,
  type SkippedLine,
} from '../db/outbox.ts';
import { transaction, type Db, type Pool } from '../db/pool.ts';
import { attachLink, unmailedLinks } from '../db/account-links.ts';
import { present } from '../core/present.ts';

export interface Gathered {
  readonly people: number;
  readonly skippedLines: number;
}

/** All lines of up to `limit` people, in one transaction: a line is in exactly one mail, or waits, or is skipped. */
export function gatherMails(pool: Pool, { now, limit }: RelayMails, host: string): Promise<Gathered> {
  return transaction(pool, async (db) => {
    await lockGathering(db);
    const absences = await absencesInForce(db, now);
    await addSubstitutes(
      db,
      absences.map(({ id }) => id),
      now,
    );
    const people = await peopleWithDueLines(db, now, limit);
    const lines = await dueLines(db, people, now);
    const skipped = untrue(lines);
    await skipLines(db, skipped);
    const dropped = new Set(skipped.map(({ id }) => id));
    const left = lines.filter(({ id }) => !dropped.has(id));
    const letters = left.filter(({ letter }) => letter !== null).map((line) => letterOf(line, host));
    const others = byPerson(left.filter(({ letter }) => letter === null));
    const digests = [...others].map(([personId, own]) => digestOf(personId, own, host));
    if (left.length > 0) await plan(db, [...letters, ...digests]);
    await planLinks(db, host);
    return { people: people.length, skippedLines: skipped.length };
  });
}

function untrue(lines: readonly DueLine[]): SkippedLine[] {
  const skipped = lines.flatMap((line) => {
    const reason = droppedBecause(line, line);
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

const byPerson = (lines: readonly DueLine[]): ReadonlyMap<string, readonly DueLine[]> =>
  Map.groupBy(lines, ({ personId }) => personId);

/** A planned mail by its parts: the first part that nobody has begun to send takes the lines. */
interface Plan {
  readonly mail: Omit<NewMail, 'messageId'>;
  readonly lines: readonly DueLine[];
  /** Null when there is no such part. */
  readonly messageIdOfPart: (part: number) => string | null;
}

function letterOf(line: DueLine, host: string): Plan {
  const mail = { personId: line.personId, kind: 'letter', slot: line.sendAt } as const;
  const messageId = messageIdOf(mail, `${line.itemId}/${line.seq}`, host);
  return { mail, lines: [line], messageIdOfPart: (part) => (part === 1 ? messageId : null) };
}

/**
 * After an outage everything late joins the newest slot: one digest, not one for every day missed. A line that comes when its
 * digest has already left (committed a moment after the slot) gets the next part: rare, but better a second mail than a
 * day's delay or a line that never leaves.
 */
function digestOf(personId: string, lines: readonly DueLine[], host: string): Plan {
  const slot = lines.map(({ sendAt }) => sendAt).reduce((one, other) => (one < other ? other : one));
  const mail = { personId, kind: 'digest', slot } as const;
  return { mail, lines, messageIdOfPart: (part) => messageIdOf(mail, String(part), host) };
}

const mostLinksAtOnce = 1000;

/** Each link to a password is a mail of its own, and waits for no slot. */
async function planLinks(db: Db, host: string): Promise<void> {
  const links = await unmailedLinks(db, mostLinksAtOnce);
  if (links.length === 0) return;
  const mails = links.map(({ id, personId, askedAt }) => {
    const mail = { personId, kind: 'link', slot: askedAt } as const;
    return { id, mail: { ...mail, messageId: messageIdOf(mail, String(id), host) } };
  });
  const fresh = await insertMails(
    db,
    mails.map(({ mail }) => mail),
  );
  for (const { id, mail } of mails)
    await attachLink(db, id, present(fresh.get(mail.messageId) ?? null, `mail of link ${id}`));
}

/** Letters first: mails leave in the order in which they are planned. */
async function plan(db: Db, plans: readonly Plan[]): Promise<void> {
  const attached = [];
  let open = plans;
  for (let part = 1; open.length > 0; part += 1) {
    const named = open.map((one) => ({ ...one, messageId: messageIdIn(one, part) }));
    const fresh = await insertMails(
      db,
      named.map(({ mail, messageId }) => ({ ...mail, messageId })),
    );
    const known = named.map(({ messageId }) => messageId).filter((messageId) => !fresh.has(messageId));
    const joined = known.length === 0 ? new Map<string, number>() : await lockUntouchedMails(db, known);
    const left = [];
    for (const { messageId, ...one } of named) {
      const mailId = fresh.get(messageId) ?? joined.get(messageId);
      if (mailId === undefined) left.push(one);
      else attached.push(...one.lines.map(({ id }) => ({ id, mailId })));
    }
    open = left;
  }
  await attachLines(db, attached);
}

function messageIdIn({ lines, messageIdOfPart }: Plan, part: number): string {
  const messageId = messageIdOfPart(part);
  if (messageId === null) throw new Error(`line ${lines[0]?.id} waits although its letter was planned`);
  return messageId;
}
