/** Bytes → text. UTF-8, UTF-16 with and without its mark, and GB18030, of which GB2312 and GBK are parts. */

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Chinese characters and their punctuation, line breaks, ASCII: what a Chinese text is made of. */
const isLikely = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0x2010 && unit <= 0x2030) ||
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xfeff;

/** Other texts have at most half as many likely units when they are read as UTF-16. */
const LEAST_LIKELY = 0.9;
const SAMPLE_UNITS = 20_000;

function shareOfLikely(bytes: Uint8Array, isLittle: boolean): number {
  const units = Math.min(SAMPLE_UNITS, Math.floor(bytes.length / 2));
  let likely = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (isLikely(isLittle ? first | (second << 8) : second | (first << 8))) likely += 1;
  }
  return units === 0 ? 0 : likely / units;
}

/** UTF-16 that nothing marks: as its units are those of Chinese, and its bytes are no UTF-8 that a text could have. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const little = shareOfLikely(bytes, true);
  const big = shareOfLikely(bytes, false);
  if (Math.max(little, big) < LEAST_LIKELY) return null;
  return decode(bytes, little >= big ? 'utf-16le' : 'utf-16be');
}

/** The encoding that the first bytes name. */
export function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Null where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decode(bytes, marked);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\0')) return utf8;
  const wide = unmarkedUtf16(bytes);
  if (wide !== null && !wide.includes('\0')) return wide;
  return bytes.some(isControl) ? null : decode(bytes, 'gb18030');
}

/** They stand in no text, but for tabs, breaks, and the end mark of old systems. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x1a);
