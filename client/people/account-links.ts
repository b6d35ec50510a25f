/** Links to a password: who gets one, and what opening one does. Nobody but its reader learns whether an account is there. */
import { letIn } from './brake.ts';
import { hashPassword } from './passwords.ts';
import { presentPerson, refuseWeak, writePassword, writePerson } from './people.ts';
import type { SetUp } from './people-bodies.ts';
import { requireMay, type Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { linkExpiresAt, mostLinksAnHour, type AccountLinkKind } from '../../core/people/account-link.ts';
import type { Actor } from '../../core/actor.ts';
import type { Person } from '../../core/people/people.ts';
import { present } from '../../core/present.ts';
import { instant, millis, type Instant } from '../../core/time.ts';
import {
  countLinksSince,
  deleteOldTokens,
  endLinks,
  insertLink,
  insertLinkToken,
  lockLinkOf,
  type AccountLink,
} from '../../db/account-links.ts';
import { isEmptyInstallation, lockPeople, personByEmail, readPerson } from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';
import { hashOf, newToken } from '../../db/tokens.ts';

const hourMs = 3_600_000;

/** An admin lets a person in, or in again: the mail leaves within a minute. */
export async function invite({ pool, now }: Context, actor: Actor, id: string): Promise<void> {
  requireMay(actor, 'editPeople');
  await transaction(pool, async (db) => {
    await presentPerson(db, id);
    await writeLink(db, 'invitation', id, actor.personId, now());
  });
}

/**
 * Somebody says that they forgot their password. The answer is the same whoever that is; a link goes only to a person who
 * has a password to forget, and not without end.
 *
 * @throws Refused tooManyAttempts as for passwords: each asking counts as a failed try
 */
export async function askForReset(
  context: Context,
  { email, address }: { readonly email: string; readonly address: string },
): Promise<void> {
  const account = email.trim().toLowerCase();
  const attempt = await letIn(context, { account: hashOf(`reset:${account}`), address, device: null });
  await attempt.failed();
  const at = context.now();
  await transaction(context.pool, async (db) => {
    const found = await personByEmail(db, account);
    if (found === null || found.hasLeft || found.passwordHash === null) return;
    if ((await countLinksSince(db, found.id, instant(millis(at) - hourMs))) >= mostLinksAnHour) return;
    await writeLink(db, 'passwordReset', found.id, null, at);
  });
}

async function writeLink(db: Db, kind: AccountLinkKind, personId: string, by: string | null, at: Instant) {
  await insertLink(db, { kind, personId, askedAt: at });
  await insertRecordEvent(db, { kind: 'linkAsked', recordId: personId, at, by, data: { link: kind } });
}

export interface OpenedLink {
  readonly kind: AccountLinkKind;
  /** Whose password it is for; null for the first admin's, who is nobody yet. */
  readonly name: string | null;
  readonly email: string | null;
}

/** What a link is for. Opens nothing and ends nothing. @throws Refused linkNotValid */
export function readLink({ pool, now }: Context, token: string): Promise<OpenedLink> {
  return transaction(pool, async (db) => {
    const { kind, personId } = await opened(db, token, now());
    if (personId === null) return { kind, name: null, email: null };
    const { name, email } = await ownerOf(db, personId);
    return { kind, name, email };
  });
}

/** A password by a link, which it ends like every other link and session of the person. */
export async function choosePassword(
  { pool, now }: Context,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  const at = now();
  // Looked at before the long work of hashing, and again when nobody else can use it any more.
  const owner = await transaction(pool, async (db) => personOf(db, await opened(db, token, at)));
  refuseWeak(password, owner);
  const hash = await hashPassword(password);
  await transaction(pool, async (db) => {
    const { id } = await personOf(db, await opened(db, token, at));
    await writePassword(db, id, hash, id, at);
    await deleteSessionsOf(db, id);
    await deleteOldTokens(db, at);
  });
}

const personOf = async (db: Db, { personId }: AccountLink): Promise<Person> => {
  if (personId === null) throw new Refused({ code: 'linkNotValid' });
  return ownerOf(db, personId);
};

/** Whoever has left since opens nothing. */
async function ownerOf(db: Db, personId: string): Promise<Person> {
  const person = present(await readPerson(db, personId), `person ${personId} of a link`);
  if (person.hasLeft) throw new Refused({ code: 'linkNotValid' });
  return person;
}

async function opened(db: Db, token: string, now: Instant): Promise<AccountLink> {
  const link = await lockLinkOf(db, hashOf(token), now);
  if (link === null) throw new Refused({ code: 'linkNotValid' });
  return link;
}

/** For whoever started the product while nobody is in it: the way to the first admin. Null once there is one. */
export function offerSetUp({ pool, now }: Pick<Context, 'pool' | 'now'>): Promise<string | null> {
  return transaction(pool, async (db) => {
    if (!(await isEmptyInstallation(db))) return null;
    const at = now();
    const token = newToken();
    const id = await insertLink(db, { kind: 'setUp', personId: null, askedAt: at });
    await insertLinkToken(db, id, hashOf(token), linkExpiresAt(at));
    return token;
  });
}

/** The first admin, by the link that the first start printed. @throws Refused linkNotValid once anybody is there */
export async function setUp({ pool, now }: Context, { token, password, ...given }: SetUp): Promise<Person> {
  const at = now();
  refuseWeak(password, given);
  await transaction(pool, (db) => openedSetUp(db, token, at));
  const hash = await hashPassword(password);
  return transaction(pool, async (db) => {
    await lockPeople(db);
    await openedSetUp(db, token, at);
    await endLinks(db, null, at);
    return writePerson(db, null, { ...given, roles: ['admin'] }, hash, at);
  });
}

async function openedSetUp(db: Db, token: string, at: Instant): Promise<void> {
  const { kind } = await opened(db, token, at);
  if (kind !== 'setUp' || !(await isEmptyInstallation(db))) throw new Refused({ code: 'linkNotValid' });
}
