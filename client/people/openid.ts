/**
 * Signing in at the identity provider (OpenID Connect), beside the accounts here.
 *
 * It opens what is here already, for whom an admin lets in, and makes nobody. The first sign-in finds the person by an address
 * that the provider has verified; from then on the provider's name of the person counts, and the address never again.
 */
import type { Context } from '../context.ts';
import type { Proven, Provider } from './openid-provider.ts';
import { provenByCode, tell } from './proven.ts';
import { Refused } from '../refused.ts';
import { owesSecondFactor } from './second-factor.ts';
import { beginSession, type Entered } from './sessions.ts';
import type { Person } from '../../core/people/people.ts';
import { instant, millis } from '../../core/time.ts';
import {
  deleteOldAttempts,
  deleteWaiting,
  insertAttempt,
  insertOpenidSession,
  insertWaiting,
  readWaiting,
  takeAttempt,
} from '../../db/openid-attempts.ts';
import { bindOpenidLink, holdOpenidLink, personOfSubject } from '../../db/openid-links.ts';
import { personByEmail, readPerson } from '../../db/people.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { secondFactorOf } from '../../db/second-factors.ts';
import { hashOf, newToken } from '../../db/tokens.ts';

/** For the way to the provider and back, and as long again for a code that is still to come. */
export const attemptMs = 10 * 60_000;

export interface BegunOpenid {
  /** Where the browser goes. */
  readonly address: string;
  /** For the browser to keep: no other can bring the answer. */
  readonly browserToken: string;
}

/** @throws Refused openidAway */
export async function beginOpenid({ pool, now }: Context, provider: Provider): Promise<BegunOpenid> {
  const { address, state, nonce, verifier } = await provider.begin();
  const at = now();
  const browserToken = newToken();
  await deleteOldAttempts(pool, at);
  const expiresAt = instant(millis(at) + attemptMs);
  const keys = { stateHash: hashOf(state), browserHash: hashOf(browserToken) };
  await insertAttempt(pool, { ...keys, nonce, verifier, expiresAt });
  return { address, browserToken };
}

/**
 * @throws Refused openidNotValid, openidAway, openidNotLinked; secondFactorNeeded where the person's own factor is on and the
 * provider asked for one alone: then {@link finishByCode} goes on
 */
export async function finishOpenid(
  context: Context,
  provider: Provider,
  { answer, browserToken }: { readonly answer: string; readonly browserToken: string },
): Promise<Entered> {
  const { pool, now } = context;
  const state = new URLSearchParams(answer).get('state') ?? '';
  const browserHash = hashOf(browserToken);
  const kept = await takeAttempt(pool, { stateHash: hashOf(state), browserHash }, now());
  if (kept === null) throw new Refused({ code: 'openidNotValid' });
  const proven = await provider.finish(answer, { state, ...kept });
  const person = await personOf(context, provider, proven);
  const { idToken, sid, isMultiFactor } = proven;
  if (!isMultiFactor && (await secondFactorOf(pool, person.id))?.isOn === true) {
    const expiresAt = instant(millis(now()) + attemptMs);
    await insertWaiting(pool, { browserHash, personId: person.id, idToken, sid, expiresAt });
    throw new Refused({ code: 'secondFactorNeeded' });
  }
  return enter(context, provider, { person, idToken, sid, isMultiFactor });
}

/** The code of the own second factor, after the provider. @throws Refused openidNotValid, and as for the code beside a password */
export async function finishByCode(
  context: Context,
  provider: Provider,
  given: { readonly code: string; readonly browserToken: string; readonly address: string },
): Promise<Entered> {
  const { pool, now } = context;
  const browserHash = hashOf(given.browserToken);
  const waiting = await readWaiting(pool, browserHash, now());
  const person = waiting === null ? null : await readPerson(pool, waiting.personId);
  if (waiting === null || person === null || person.hasLeft) throw new Refused({ code: 'openidNotValid' });
  await provenByCode(context, person, given.address, given.code);
  await deleteWaiting(pool, browserHash);
  const { idToken, sid } = waiting;
  return enter(context, provider, { person, idToken, sid, isMultiFactor: false });
}

/** Whoever has left is answered like whoever was never here. */
async function personOf(context: Context, { name }: Provider, proven: Proven): Promise<Person> {
  const { pool } = context;
  const id = (await personOfSubject(pool, proven)) ?? (await linkedNow(context, proven));
  const person = id === null ? null : await readPerson(pool, id);
  if (person !== null && !person.hasLeft) return person;
  await tell(context, 'signInFailed', id);
  throw new Refused({ code: 'openidNotLinked', name });
}

/** The first sign-in of somebody whom an admin lets in, and who is not linked yet. */
async function linkedNow({ pool, now }: Context, proven: Proven): Promise<string | null> {
  const email = await proven.verifiedEmail();
  if (email === null) return null;
  return transaction(pool, async (db) => {
    const person = await personByEmail(db, email);
    if (person === null || person.hasLeft) return null;
    const at = now();
    if (await bindOpenidLink(db, person.id, proven, at)) {
      const data = { sha256: hashOf(JSON.stringify([proven.issuer, proven.subject])) };
      await insertRecordEvent(db, { kind: 'openidLinked', recordId: person.id, at, by: person.id, data });
    }
    // Whoever came first at the same moment has linked the same one.
    return personOfSubject(db, proven);
  });
}

/** A session, unless the link was removed since: the lock lets its removal see this session, or this see the removal. */
function enter(
  { pool, now, sessionIdleMs }: Context,
  { name }: Provider,
  { person, ...began }: Pick<Proven, 'idToken' | 'sid' | 'isMultiFactor'> & { readonly person: Person },
): Promise<Entered> {
  return transaction(pool, async (db) => {
    if (!(await holdOpenidLink(db, person.id))) throw new Refused({ code: 'openidNotLinked', name });
    const owes = !began.isMultiFactor && (await owesSecondFactor(db, person));
    const token = await beginSession({ pool: db, now, sessionIdleMs }, person.id, owes);
    await insertOpenidSession(db, { tokenHash: hashOf(token), ...began });
    const fact = { kind: 'signedInByOpenid', recordId: person.id, at: now(), by: person.id, data: {} } as const;
    await insertRecordEvent(db, fact);
    return { person, owesSecondFactor: owes, token };
  });
}
