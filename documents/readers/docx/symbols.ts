/** Characters of symbol fonts (w:sym, ECMA-376 Part 1, §17.3.3.30) → signs that mean the same everywhere. */

/** Wingdings, by its low byte: the boxes, ticks and digits that forms are made of. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x75: '◆',
  0x9f: '•',
  0xa7: '■',
  0xa8: '□',
  0xd8: '➢',
  0xe0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** '' for a sign that only its font knows. */
export function symbolOf(font: string, char: string): string {
  if (!/^[\dA-F]{1,4}$/i.test(char)) return '';
  const code = Number.parseInt(char, 16);
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const low = code & 0xff;
  if (/^wingdings$/i.test(font)) {
    if (low >= 0x80 && low <= 0x8a) return low === 0x80 ? '⓪' : String.fromCodePoint(0x2460 + low - 0x81);
    return WINGDINGS[low] ?? '';
  }
  if (isPrivate) return '';
  return code < 0x20 || (code >= 0xd800 && code < 0xe000) ? '' : String.fromCodePoint(code);
}
