/** What lies in a compound file ([MS-CFB]): the formats of before 2007 and of WPS, and encrypted new ones. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** Entries of the directory lie at multiples of their length behind the header (§2.6.1). */
const ENTRY = 128;
const HEADER = 512;
const NAME_LENGTH_AT = 64;

const STREAMS = {
  EncryptedPackage: 'encrypted',
  WordDocument: 'document',
  Workbook: 'sheet',
  Book: 'sheet',
} as const;

export type OleContent = (typeof STREAMS)[keyof typeof STREAMS] | 'other';

function hasNameAt(bytes: Uint8Array, at: number, name: string): boolean {
  // In bytes, with the zero at its end.
  if (bytes[at + NAME_LENGTH_AT] !== (name.length + 1) * 2) return false;
  return [...name].every(
    (letter, index) => bytes[at + index * 2] === letter.charCodeAt(0) && bytes[at + index * 2 + 1] === 0,
  );
}

export function contentOfOle(bytes: Uint8Array): OleContent {
  const found = Object.entries(STREAMS).find(([name]) => {
    for (let at = HEADER; at + ENTRY <= bytes.length; at += ENTRY) if (hasNameAt(bytes, at, name)) return true;
    return false;
  });
  return found === undefined ? 'other' : found[1];
}
