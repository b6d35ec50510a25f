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

/** PAPE 1.0 §4, REFEDS MFA 1.0. */
const multiFactorClasses = [
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
];

/** Whether the provider says that it asked for more than one factor. `mfa`: RFC 8176 §2. */
export const isMultiFactor = ({ amr, acr }: Claims): boolean =>
  (Array.isArray(amr) && amr.includes('mfa')) || multiFactorClasses.some((known) => known === acr);
