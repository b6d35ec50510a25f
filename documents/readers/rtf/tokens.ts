/** RTF → groups, control words and bytes, one after the other (Rich Text Format 1.9.1, "RTF Syntax"). */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** The number is null where the word has none. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'byte'; readonly byte: number };

const code = (sign: string): number => sign.charCodeAt(0);
const [OPEN, CLOSE, BACKSLASH, CR, LF, QUOTE, SPACE, MINUS] = ['{', '}', '\\', '\r', '\n', "'", ' ', '-'].map(code);

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Words have at most 32 letters, numbers ten digits; longer ones are no RTF. */
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

export function* tokensOf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte === CR || byte === LF) continue;
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte };
    else if (isLetter(bytes[at])) {
      const from = at;
      while (isLetter(bytes[at]) && at - from < LONGEST_WORD) at += 1;
      const word = ascii(bytes.subarray(from, at));
      const numberFrom = at;
      if (bytes[at] === MINUS) at += 1;
      while (isDigit(bytes[at]) && at - numberFrom <= LONGEST_NUMBER) at += 1;
      const digits = ascii(bytes.subarray(numberFrom, at));
      const number = /\d/.test(digits) ? Number(digits) : null;
      if (bytes[at] === SPACE) at += 1;
      // Bytes of a picture or of a program: nothing in them is RTF.
      if (word === 'bin') at += Math.max(0, number ?? 0);
      else yield { kind: 'word', word, number };
    } else {
      const sign = bytes[at];
      at += 1;
      if (sign === QUOTE) {
        const hex = ascii(bytes.subarray(at, at + 2));
        at += 2;
        if (/^[\da-f]{2}$/i.test(hex)) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
      } else if (sign === CR || sign === LF) yield { kind: 'word', word: 'par', number: null };
      else if (sign !== undefined) yield { kind: 'word', word: String.fromCharCode(sign), number: null };
    }
  }
}
