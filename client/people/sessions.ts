/** Signing in and out. A session is a random token; the ledger keeps only its hash. */
import { letIn } from './brake.ts';
import type { Context } from '../context.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { refuseWeak, writePassword } from './people.ts';
import { Refused } from '../refused.ts';
import { hashOf, newToken } from '../../db/tokens.ts';
import { instant, millis, type Instant } from '../../core/time.ts';
import type { Person } from '../../core/people/people.ts';
import { personByEmail, readPerson } from '../../db/people.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import {
  deleteOtherSessions,
  sessionsOf,
  deleteExpiredSessions,
  deleteSession,
  insertDevice,
  insertSession,
  isDeviceOf,
  personOfSession,
} from '../../db/sessions.ts';
import type { Guesser } from '../../db/sign-in-tries.ts';

export const sessionMs = 12 * 3_600_000;
/** As long as browsers keep anything. */
export const deviceMs = 400 * 86_400_000;

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, for the brake. */
  readonly address: string;
  /** What the browser keeps of an earlier sign-in of anybody. */
  readonly deviceToken: string | null;
}

export interface SignedIn {
  readonly person: Person;
  readonly token: string;
  /** For the browser to keep; null where it has one for this person. */
  readonly newDeviceToken: string | null;
}

/** @throws Refused wrongCredentials for everything that does not fit, tooManyAttempts after too many of them */
export async function signIn(
  context: Context,
  { email: given, password, address, deviceToken }: Credentials,
): Promise<SignedIn> {
  const { pool } = context;
  // One spelling of an account, or each variant with blanks or capitals would be counted by itself.
  const email = given.trim().toLowerCase();
  const found = await personByEmail(pool, email);
  const device = deviceToken === null ? null : hashOf(deviceToken);
  const isKnown = device !== null && found !== null && (await isDeviceOf(pool, device, found.id));
  const guesser = { account: hashOf(email), address, device: isKnown ? device : null };
  const { passwordHash, ...person } = await proven(context, guesser, found, password);
  const newDeviceToken = isKnown ? null : newToken();
  if (newDeviceToken !== null) await insertDevice(pool, hashOf(newDeviceToken), person.id, context.now());
  await tell(context, 'signedIn', person.id);
  return { person, token: await beginSession(context, person.id), newDeviceToken };
}

type Account = Pick<Person, 'id' | 'hasLeft'> & { readonly passwordHash: string | null };

/** Whoever has left has no password, as far as signing in goes. */
const hashOfPresent = (account: Account | null): string | null =>
  account === null || account.hasLeft ? null : account.passwordHash;

/** What happened at the door, as a fact of the person; tries at nobody's account are told of the door itself. */
const tell = ({ pool, now }: Context, kind: SignInFact, personId: string | null): Promise<void> =>
  transaction(pool, (db) =>
    insertRecordEvent(db, {
      kind,
      recordId: personId ?? 'sign-in',
      at: now(),
      by: kind === 'signInFailed' ? null : personId,
      data: {},
    }),
  );

type SignInFact = 'signInFailed' | 'signedIn' | 'signedOut' | 'signedOutElsewhere';

/** Whoever knows the password of the person that was found; a look at it takes as long where nobody was. */
async function proven<Found extends Account>(
  context: Context,
  guesser: Guesser,
  found: Found | null,
  password: string,
): Promise<Found> {
  const attempt = await letIn(context, guesser);
  if (!(await isPassword(password, hashOfPresent(found))) || found === null) {
    await attempt.failed();
    await tell(context, 'signInFailed', found?.id ?? null);
    throw new Refused({ code: 'wrongCredentials' });
  }
  await attempt.succeeded();
  return found;
}

/** @returns its token: for the person alone, who is known by now */
export async function beginSession({ pool, now }: Pick<Context, 'pool' | 'now'>, personId: string): Promise<string> {
  const at = now();
  const token = newToken();
  await deleteExpiredSessions(pool, at);
  const expiresAt = instant(millis(at) + sessionMs);
  await insertSession(pool, { tokenHash: hashOf(token), personId, createdAt: at, expiresAt });
  return token;
}

export async function personOfToken({ pool, now }: Context, token: string): Promise<Person | null> {
  const personId = await personOfSession(pool, hashOf(token), now());
  const person = personId === null ? null : await readPerson(pool, personId);
  return person?.hasLeft === true ? null : person;
}

/** A password of one's own choice; whoever is signed in elsewhere is no longer. @throws Refused as {@link signIn} does */
export async function changeOwnPassword(
  context: Context,
  person: Person,
  given: { readonly current: string; readonly password: string; readonly token: string; readonly address: string },
): Promise<void> {
  const { pool, now } = context;
  refuseWeak(given.password, person);
  const found = await personByEmail(pool, person.email);
  const guesser = { account: hashOf(person.email.toLowerCase()), address: given.address, device: null };
  await proven(context, guesser, found, given.current);
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

export async function signOut(context: Context, token: string): Promise<void> {
  const person = await personOfToken(context, token);
  await deleteSession(context.pool, hashOf(token));
  if (person !== null) await tell(context, 'signedOut', person.id);
}
