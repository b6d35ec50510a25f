/** Signing in and out. A session is a random token; the ledger keeps only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Brake } from './brake.ts';
import type { Context } from '../context.ts';
import { isPassword } from './passwords.ts';
import { Refused } from '../refused.ts';
import { instant, millis } from '../../core/time.ts';
import type { Person } from '../../core/people/people.ts';
import { personByEmail, readPerson } from '../../db/people.ts';
import { deleteExpiredSessions, deleteSession, insertSession, personOfSession } from '../../db/sessions.ts';

export const sessionMs = 12 * 3_600_000;

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, for the brake. */
  readonly address: string;
}

/** @throws Refused wrongCredentials for everything that does not fit, tooManyAttempts after too many of them */
export async function signIn(
  context: Context,
  brake: Brake,
  { email: given, password, address }: Credentials,
): Promise<{ person: Person; token: string }> {
  const { pool, now } = context;
  const at = now();
  // One spelling of an account, or each variant with blanks or capitals would be counted by itself.
  const email = given.trim().toLowerCase();
  const minutes = brake.minutesToWait(email, address, at);
  if (minutes > 0) throw new Refused({ code: 'tooManyAttempts', minutes });
  const takeBack = brake.begin(email, address, at);
  const found = await personByEmail(pool, email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || found === null)
    throw new Refused({ code: 'wrongCredentials' });
  takeBack();
  const { passwordHash, ...person } = found;
  return { person, token: await beginSession(context, person.id) };
}

/** @returns its token: for the person alone, who is known by now */
export async function beginSession({ pool, now }: Pick<Context, 'pool' | 'now'>, personId: string): Promise<string> {
  const at = now();
  const token = randomBytes(32).toString('base64url');
  await deleteExpiredSessions(pool, at);
  const expiresAt = instant(millis(at) + sessionMs);
  await insertSession(pool, { tokenHash: hashOf(token), personId, createdAt: at, expiresAt });
  return token;
}

export async function personOfToken({ pool, now }: Context, token: string): Promise<Person | null> {
  const personId = await personOfSession(pool, hashOf(token), now());
  return personId === null ? null : readPerson(pool, personId);
}

export const signOut = ({ pool }: Context, token: string): Promise<void> => deleteSession(pool, hashOf(token));

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
