/** What counts of what an identity provider says of somebody (OpenID Connect Core 1.0 §2 and §5.1). */
import { isMailAddress } from '../mail-address.ts';

/** Off: no admin has let the person sign in there · allowed: their first sign-in there links them · linked */
export type OpenidState = 'off' | 'allowed' | 'linked';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * The address, where the provider has seen that it is the person's: `true` itself, not a word that looks like it.
 *
 * One beyond ASCII is none of ours ({@link isMailAddress}), and must not become one when capitals are made small.
 */
export function verifiedEmail({ email, email_verified: isVerified }: Claims): string | null {
  return isVerified === true && typeof email === 'string' && isMailAddress(email) ? email : null;
}

/** The provider's name of a session there (OpenID Connect Back-Channel Logout 1.0 §2.1); null where it gives none. */
export const sidOf = ({ sid }: Claims): string | null => (typeof sid === 'string' && sid !== '' ? sid : null);

/** Who has signed out at the provider: one session there, all of a person, or one of that person. */
export interface Logout {
  /** Of this message alone: what is said twice is heard once. */
  readonly id: string;
  readonly subject: string | null;
  readonly sid: string | null;
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * What a logout token says (OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.6), where its signature, issuer, audience and age
 * hold; null where it is none. One with a nonce is an answer to a sign-in, and says nothing about signing out.
 */
export function logoutOf({ jti, sub, sid, nonce, events }: Claims): Logout | null {
  if (nonce !== undefined || typeof jti !== 'string' || jti === '' || !isObject(events)) return null;
  if (!isObject(events[logoutEvent]) || !isNameOrNone(sub) || !isNameOrNone(sid)) return null;
  if (sub === undefined && sid === undefined) return null;
  return { id: jti, subject: sub ?? null, sid: sid ?? null };
}

const isObject = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNameOrNone = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && value !== '');

/** PAPE 1.0 §4, REFEDS MFA 1.0. */
const multiFactorClasses = [
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
];

/** Whether the provider says that it asked for more than one factor. `mfa`: RFC 8176 §2. */
export const isMultiFactor = ({ amr, acr }: Claims): boolean =>
  (Array.isArray(amr) && amr.includes('mfa')) || multiFactorClasses.some((known) => known === acr);
