/** Whom a second factor (第二重验证) is asked of, and the forms of its codes. */
import type { Role } from '../actor.ts';
import type { Person } from './people.ts';

/** Digits of a code, and seconds for which it is shown: what every authenticator knows (RFC 6238 §5.2, RFC 4226 §5.3). */
export const codeDigits = 6;
export const codeSeconds = 30;

/** How many steps a device's clock may be ahead or behind (RFC 6238 §5.2 asks for at most one). */
export const mostSteps = 1;

/** Each opens once, for whoever has lost the device. */
export const recoveryCodes = 10;

/** Those whose word closes an item or opens an account: an admin may demand a second factor of them. */
export const decidingRoles: readonly Role[] = ['supervisor', 'admin'];

export const decides = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => decidingRoles.includes(role));

/** A code as people type it: full-width digits, blanks and dashes between groups, capitals. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase();

export const isShownCode = (code: string): boolean => /^\d+$/.test(code) && code.length === codeDigits;
