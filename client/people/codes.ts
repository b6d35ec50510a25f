/** The codes of a second factor: made, shown to its owner once, and looked at. */
import { Secret, TOTP } from 'otpauth';
import type { Context } from '../context.ts';
import { randomLetters } from '../ids.ts';
import {
  codeDigits,
  codeSeconds,
  isShownCode,
  mostSteps,
  plainCode,
  recoveryCodes,
} from '../../core/people/second-factor.ts';
import { millis, type Instant } from '../../core/time.ts';
import type { Db } from '../../db/pool.ts';
import {
  insertRecoveryCodes,
  secondFactorOf,
  replaceSecret,
  takeRecoveryCode,
  takeStep,
} from '../../db/second-factors.ts';
import { hashOf } from '../../db/tokens.ts';

/** 160 bits, as RFC 4226 §4 recommends. Base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Rectify', label, secret, digits: codeDigits, period: codeSeconds });

/** What a device reads from a QR code. */
export const uriOf = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step that a shown code belongs to; null where it belongs to none near now. */
export function stepOf(secret: string, typed: string, now: Instant): number | null {
  const code = plainCode(typed);
  if (!isShownCode(code)) return null;
  const timestamp = millis(now);
  const delta = totpOf(secret).validate({ token: code, timestamp, window: mostSteps });
  return delta === null ? null : TOTP.counter({ period: codeSeconds, timestamp }) + delta;
}

/** notOn: the password is enough · shown, recovery: the code was right, and is used up now */
export type CodeOutcome = 'notOn' | 'missing' | 'wrong' | 'shown' | 'recovery';

export async function takeCode(
  { pool, vault, now }: Pick<Context, 'pool' | 'vault' | 'now'>,
  personId: string,
  typed: string | null,
): Promise<CodeOutcome> {
  const factor = await secondFactorOf(pool, personId);
  if (factor === null || !factor.isOn) return 'notOn';
  if (typed === null || plainCode(typed) === '') return 'missing';
  const secret = vault.open(factor.secret, personId);
  if (!vault.isCurrent(factor.secret)) await replaceSecret(pool, personId, factor.secret, vault.lock(secret, personId));
  const step = stepOf(secret, typed, now());
  if (step !== null) return (await takeStep(pool, personId, step)) ? 'shown' : 'wrong';
  return (await takeRecoveryCode(pool, personId, hashOf(plainCode(typed)))) ? 'recovery' : 'wrong';
}

/** @returns what the person writes down: the ledger keeps hashes */
export async function writeRecoveryCodes(db: Db, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => [1, 2, 3, 4].map(() => randomLetters(4)).join('-'));
  await insertRecoveryCodes(
    db,
    personId,
    codes.map((code) => hashOf(plainCode(code))),
  );
  return codes;
}
