/** Signing in and out. A session is a random token; the ledger keeps only its hash. */
import type { Context } from '../context.ts';
import { hashPassword } from './passwords.ts';
import { refuseWeak, writePassword } from './people.ts';
import { proven, provenAgain, tell } from './proven.ts';
import { owesSecondFactor } from './second-factor.ts';
import { hashOf, newToken } from '../../db/tokens.ts';
import { instant, millis, type Instant } from '../../core/time.ts';
import type { Person } from '../../core/people/people.ts';
import { personByEmail, readPerson } from '../../db/people.ts';
import { idTokenOf } from '../../db/openid-attempts.ts';
import { transaction, type Db } from '../../db/pool.ts';
import {
  deleteOtherSessions,
  sessionsOf,
  deleteExpiredSessions,
  deleteSession,
  insertDevice,
  insertSession,
  isDeviceOf,
  keepSessionUntil,
  readSession,
} from '../../db/sessions.ts';

export const sessionMs = 12 * 3_600_000;
/** How exactly the last use of a session is known: not each request is worth a row written. */
const useMs = 60_000;
/** As long as browsers keep anything. */
export const deviceMs = 400 * 86_400_000;

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of a second factor; null where the person has typed none. */
  readonly code: string | null;
  /** Where the request came from, for the brake. */
  readonly address: string;
  /** What the browser keeps of an earlier sign-in of anybody. */
  readonly deviceToken: string | null;
}

/** Whoever is in, with the session that says so. */
export interface Entered {
  readonly person: Person;
  /** An admin demands one of them: until it is there they reach their own account alone. */
  readonly owesSecondFactor: boolean;
  readonly token: string;
}

export interface SignedIn extends Entered {
  /** For the browser to keep; null where it has one for this person. */
  readonly newDeviceToken: string | null;
}

/** @throws Refused as {@link proven} does */
export async function signIn(
  context: Context,
  { email: given, password, code, address, deviceToken }: Credentials,
): Promise<SignedIn> {
  const { pool } = context;
  // One spelling of an account, or each variant with blanks or capitals would be counted by itself.
  const email = given.trim().toLowerCase();
  const found = await personByEmail(pool, email);
  const device = deviceToken === null ? null : hashOf(deviceToken);
  const isKnown = device !== null && found !== null && (await isDeviceOf(pool, device, found.id));
  const guesser = { account: hashOf(email), address, device: isKnown ? device : null };
  const { passwordHash, ...person } = await proven(context, guesser, found, { password, code });
  const newDeviceToken = isKnown ? null : newToken();
  if (newDeviceToken !== null) await insertDevice(pool, hashOf(newDeviceToken), person.id, context.now());
  await tell(context, 'signedIn', person.id);
  const owes = await owesSecondFactor(pool, person);
  return { person, owesSecondFactor: owes, token: await beginSession(context, person.id, owes), newDeviceToken };
}

/** @returns its token: for the person alone, who is known by now */
export async function beginSession(
  { pool, now, sessionIdleMs }: Pick<Context, 'now' | 'sessionIdleMs'> & { readonly pool: Db },
  personId: string,
  owesSecondFactor = false,
): Promise<string> {
  const at = now();
  const token = newToken();
  await deleteExpiredSessions(pool, at);
  const session = { tokenHash: hashOf(token), personId, createdAt: at, owesSecondFactor };
  const expiresAt = instant(millis(at) + sessionMs);
  await insertSession(pool, { ...session, expiresAt, idleAt: instant(millis(at) + sessionIdleMs) });
  return token;
}

export interface Caller {
  readonly person: Person;
  readonly owesSecondFactor: boolean;
}

/** Being asked for uses the session. */
export async function callerOfToken({ pool, now, sessionIdleMs }: Context, token: string): Promise<Caller | null> {
  const at = millis(now());
  const session = await readSession(pool, hashOf(token), instant(at));
  const person = session === null ? null : await readPerson(pool, session.personId);
  if (session === null || person === null || person.hasLeft) return null;
  if (millis(session.idleAt) < at + sessionIdleMs - useMs)
    await keepSessionUntil(pool, session.tokenHash, instant(at + sessionIdleMs));
  return { person, owesSecondFactor: session.owesSecondFactor };
}

/** Who signs in again in a browser ends what was open in it: the cookie that named it is gone. */
export async function endFormer({ pool }: Context, token: string | undefined): Promise<void> {
  if (token !== undefined) await deleteSession(pool, hashOf(token));
}

/** A password of one's own choice; whoever is signed in elsewhere is no longer. @throws Refused as {@link signIn} does */
export async function changeOwnPassword(
  context: Context,
  person: Person,
  given: { readonly current: string; readonly password: string; readonly token: string; readonly address: string },
): Promise<void> {
  const { pool, now } = context;
  refuseWeak(given.password, person);
  await provenAgain(context, person, given.address, { password: given.current });
  const hash = await hashPassword(given.password);
  await transaction(pool, async (db) => {
    await writePassword(db, person.id, hash, person.id, now());
    await deleteOtherSessions(db, person.id, hashOf(given.token));
  });
}

/** One's own sessions, the newest first. */
export interface OwnSession {
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly isCurrent: boolean;
}

export async function ownSessions({ pool, now }: Context, person: Person, token: string): Promise<OwnSession[]> {
  const own = hashOf(token);
  const sessions = await sessionsOf(pool, person.id, now());
  return sessions.map(({ tokenHash, createdAt, expiresAt }) => ({
    createdAt,
    expiresAt,
    isCurrent: tokenHash === own,
  }));
}

export async function signOutElsewhere(context: Context, person: Person, token: string): Promise<void> {
  await deleteOtherSessions(context.pool, person.id, hashOf(token));
  await tell(context, 'signedOutElsewhere', person.id);
}

/** @returns for signing out at the identity provider, too; null where the session began with a password */
export async function signOut(context: Context, token: string): Promise<string | null> {
  const caller = await callerOfToken(context, token);
  const idToken = await idTokenOf(context.pool, hashOf(token));
  await deleteSession(context.pool, hashOf(token));
  if (caller !== null) await tell(context, 'signedOut', caller.person.id);
  return idToken;
}
