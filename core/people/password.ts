/** Which passwords are too easily guessed: short ones, those made of what everybody knows of a person, and public ones. */
import type { Person } from './people.ts';

/** In characters as people count them (NIST SP 800-63B-4 asks for 15 where nothing else is asked, and for 8 at the very least). */
export const leastPasswordLength = 12;

/** Different characters that a password must have at least. */
const leastDifferent = 5;

/** What this product shows as examples: public, and so the first to be tried. */
const examples = ['rectify-sample'];

/** short · ownData: it contains the person's name or address · example: one that this product shows · monotonous: few different characters */
export type PasswordWeakness = 'short' | 'ownData' | 'example' | 'monotonous';

export function weaknessOf(password: string, { name, email }: Pick<Person, 'name' | 'email'>): PasswordWeakness | null {
  const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();
  const given = comparable(password);
  if ([...given].length < leastPasswordLength) return 'short';
  if (examples.some((example) => given.includes(example))) return 'example';
  // Names and addresses of one or two letters occur in anything.
  const own = [name, email, email.replace(/@.*$/, '')].map(comparable).filter((text) => isTelling(text));
  if (own.some((text) => given.includes(text))) return 'ownData';
  return new Set(given).size < leastDifferent ? 'monotonous' : null;
}

const isTelling = (text: string): boolean => text.length >= (/^[\x20-\x7e]*$/.test(text) ? 3 : 2);
