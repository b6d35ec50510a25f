/** Who somebody says they are, proven: by a password and, where the account has one, a second factor. */
import { letIn } from './brake.ts';
import { takeCode, type CodeOutcome } from './codes.ts';
import { isPassword } from './passwords.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../../core/people/people.ts';
import { personByEmail } from '../../db/people.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import type { Guesser } from '../../db/sign-in-tries.ts';
import { hashOf } from '../../db/tokens.ts';

type Account = Pick<Person, 'id' | 'hasLeft'> & { readonly passwordHash: string | null };

export interface Proof {
  readonly password: string;
  /** What the person typed of a second factor, null where nothing; left out where none is asked for. */
  readonly code?: string | null;
}

/** Whoever has left has no password, as far as signing in goes. */
const hashOfPresent = (account: Account | null): string | null =>
  account === null || account.hasLeft ? null : account.passwordHash;

type DoorFact = 'signInFailed' | 'signedIn' | 'signedOut' | 'signedOutElsewhere' | 'recoveryCodeUsed';

/** What happened at the door, as a fact of the person; tries at nobody's account are told of the door itself. */
export const tell = ({ pool, now }: Context, kind: DoorFact, personId: string | null): Promise<void> =>
  transaction(pool, (db) =>
    insertRecordEvent(db, {
      kind,
      recordId: personId ?? 'sign-in',
      at: now(),
      by: kind === 'signInFailed' ? null : personId,
      data: {},
    }),
  );

/**
 * Whoever knows the password of the person that was found; a look at it takes as long where nobody was.
 *
 * @throws Refused wrongCredentials, tooManyAttempts; secondFactorNeeded and secondFactorWrong, which whoever knows the
 * password learns and nobody else. A wrong code is a failed try; a code not given yet is none at all.
 */
export const proven = <Found extends Account>(
  context: Context,
  guesser: Guesser,
  found: Found | null,
  { password, code }: Proof,
): Promise<Found> => tried(context, guesser, found, code, () => isPassword(password, hashOfPresent(found)));

/** Whoever is known already, before a secret of theirs changes. @param address where the request came from, for the brake */
export async function provenAgain(context: Context, person: Person, address: string, proof: Proof): Promise<void> {
  await proven(context, strange(person, address), await personByEmail(context.pool, person.email), proof);
}

/** Whoever has proven elsewhere who they are, but for the second factor here. @throws Refused as {@link proven} does */
export async function provenByCode(context: Context, person: Person, address: string, code: string): Promise<void> {
  await tried(context, strange(person, address), person, code, async () => true);
}

/** Counted as tries of a device that nobody knows. */
const strange = ({ email }: Person, address: string): Guesser => ({
  account: hashOf(email.toLowerCase()),
  address,
  device: null,
});

async function tried<Found extends Pick<Person, 'id'>>(
  context: Context,
  guesser: Guesser,
  found: Found | null,
  code: Proof['code'],
  knows: () => Promise<boolean>,
): Promise<Found> {
  const attempt = await letIn(context, guesser);
  const fail = async (refusal: 'wrongCredentials' | 'secondFactorWrong'): Promise<never> => {
    await attempt.failed();
    await tell(context, 'signInFailed', found?.id ?? null);
    throw new Refused({ code: refusal });
  };
  if (!(await knows()) || found === null) return fail('wrongCredentials');
  const outcome: CodeOutcome = code === undefined ? 'notOn' : await takeCode(context, found.id, code);
  if (outcome === 'missing') {
    await attempt.withdrawn();
    throw new Refused({ code: 'secondFactorNeeded' });
  }
  if (outcome === 'wrong') return fail('secondFactorWrong');
  await attempt.succeeded();
  if (outcome === 'recovery') await tell(context, 'recoveryCodeUsed', found.id);
  return found;
}
