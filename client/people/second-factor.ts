/** A second factor of one's own, and the demand that those who decide have one. */
import { newSecret, stepOf, uriOf, writeRecoveryCodes } from './codes.ts';
import { existingPerson } from './people.ts';
import { provenAgain, type Proof } from './proven.ts';
import { requireMay, type Context } from '../context.ts';
import { Refused } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import type { Person } from '../../core/people/people.ts';
import { decides } from '../../core/people/second-factor.ts';
import type { SecurityEventKind } from '../../core/people/security-event.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  deleteSecondFactor,
  forgiveOwing,
  isSecondFactorDemanded,
  markOwingSessions,
  secondFactorDemand,
  secondFactorHolders,
  secondFactorOf,
} from '../../db/second-factors.ts';
import { deleteOtherSessions, deleteSessionsOf } from '../../db/sessions.ts';
import { hashOf } from '../../db/tokens.ts';

export interface OwnSecondFactor {
  readonly isOn: boolean;
  /** By an admin, of everybody who decides: it cannot be taken off. */
  readonly isDemanded: boolean;
  readonly recoveryCodesLeft: number;
}

export async function ownSecondFactor({ pool }: Context, person: Person): Promise<OwnSecondFactor> {
  const factor = await secondFactorOf(pool, person.id);
  return {
    isOn: factor?.isOn ?? false,
    isDemanded: await isDemandedOf(pool, person),
    recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0,
  };
}

const isDemandedOf = async (db: Db, person: Person): Promise<boolean> =>
  decides(person) && (await isSecondFactorDemanded(db));

/** Whether a person who signs in with a password alone must see to a second factor first. */
export const owesSecondFactor = async (db: Db, person: Person): Promise<boolean> =>
  (await isDemandedOf(db, person)) && (await secondFactorOf(db, person.id))?.isOn !== true;

interface OwnProof extends Proof {
  /** Where the request came from, for the brake. */
  readonly address: string;
}

const tellOf = (db: Db, kind: SecurityEventKind, recordId: string, by: string, { now }: Pick<Context, 'now'>) =>
  insertRecordEvent(db, { kind, recordId, at: now(), by, data: {} });

export interface BegunSecondFactor {
  /** Base32: for typing into a device that reads no pictures. */
  readonly secret: string;
  /** `otpauth://totp/…`: for a QR code. */
  readonly uri: string;
}

/** Asks for nothing yet: {@link confirmSecond} does, with a first code. @throws Refused secondFactorIsOn and as signing in */
export async function beginSecond(
  context: Context,
  person: Person,
  { address, ...proof }: OwnProof,
): Promise<BegunSecondFactor> {
  await provenAgain(context, person, address, proof);
  const secret = newSecret();
  if (!(await beginSecondFactor(context.pool, person.id, context.vault.lock(secret, person.id), context.now())))
    throw new Refused({ code: 'secondFactorIsOn' });
  return { secret, uri: uriOf(secret, person.email) };
}

/**
 * From now on it is asked for. Whoever is signed in elsewhere is no longer.
 *
 * @returns the recovery codes, which nobody can read again
 * @throws Refused secondFactorWrong, secondFactorIsOn, secondFactorOff where none was begun
 */
export function confirmSecond(
  context: Context,
  person: Person,
  { code, token }: { readonly code: string; readonly token: string },
): Promise<string[]> {
  return transaction(context.pool, async (db) => {
    const at = context.now();
    const factor = await secondFactorOf(db, person.id);
    if (factor === null) throw new Refused({ code: 'secondFactorOff' });
    if (factor.isOn) throw new Refused({ code: 'secondFactorIsOn' });
    const step = stepOf(context.vault.open(factor.secret, person.id), code, at);
    if (step === null) throw new Refused({ code: 'secondFactorWrong' });
    if (!(await confirmSecondFactor(db, person.id, { secret: factor.secret, step, at })))
      throw new Refused({ code: 'secondFactorIsOn' });
    await deleteOtherSessions(db, person.id, hashOf(token));
    await forgiveOwing(db, person.id);
    await tellOf(db, 'secondFactorSet', person.id, person.id, context);
    return writeRecoveryCodes(db, person.id);
  });
}

/** @throws Refused secondFactorDemanded where an admin wants it there, secondFactorOff, and as signing in */
export async function endSecond(
  context: Context,
  person: Person,
  { address, ...proof }: OwnProof & { readonly code: string },
): Promise<void> {
  if (await isDemandedOf(context.pool, person)) throw new Refused({ code: 'secondFactorDemanded' });
  await provenAgain(context, person, address, proof);
  await transaction(context.pool, (db) => removeSecond(db, person.id, person.id, context));
}

/** For somebody who has lost the device and the recovery codes. Their sessions end. @throws Refused secondFactorOff */
export async function removeSecondOf(context: Context, actor: Actor, id: string): Promise<void> {
  requireMay(actor, 'editPeople');
  // Of one's own it takes a code: who has only the session of an admin must not get rid of it.
  if (actor.personId === id) throw new Refused({ code: 'ownSecondFactor' });
  await transaction(context.pool, async (db) => {
    await existingPerson(db, id);
    await removeSecond(db, id, actor.personId, context);
    await deleteSessionsOf(db, id);
  });
}

async function removeSecond(db: Db, id: string, by: string, context: Context): Promise<void> {
  if (!(await deleteSecondFactor(db, id))) throw new Refused({ code: 'secondFactorOff' });
  await tellOf(db, 'secondFactorRemoved', id, by, context);
}

export interface SecondFactors {
  readonly isDemanded: boolean;
  /** Whose is on. */
  readonly personIds: string[];
}

export async function secondFactors({ pool }: Context, actor: Actor): Promise<SecondFactors> {
  requireMay(actor, 'editPeople');
  return { isDemanded: await isSecondFactorDemanded(pool), personIds: await secondFactorHolders(pool) };
}

/** Of everybody who decides, at once: whoever has none sees to it before anything else. @throws Refused ownSecondFactorFirst */
export function demandSecond(context: Context, actor: Actor, isDemanded: boolean): Promise<void> {
  requireMay(actor, 'editPeople');
  return transaction(context.pool, async (db) => {
    if (isDemanded && (await secondFactorOf(db, actor.personId))?.isOn !== true)
      throw new Refused({ code: 'ownSecondFactorFirst' });
    if ((await isSecondFactorDemanded(db)) === isDemanded) return;
    const kind = isDemanded ? 'secondFactorDemanded' : 'secondFactorNotDemanded';
    await tellOf(db, kind, secondFactorDemand, actor.personId, context);
    await markOwingSessions(db, isDemanded);
  });
}
