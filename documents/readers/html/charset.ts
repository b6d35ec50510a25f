/** Whether bytes are a web page, and the encoding that it names itself (WHATWG HTML, §13.2.3.2). */
import { decodeText, markedEncoding } from '../text/encoding.ts';

/** Where a page must name its encoding, bytes. */
const PRESCAN = 2048;

const HEAD =
  /^(?:\s|<\?xml[^>]{0,200}>|<!--[^]{0,1000}?-->)*<(?:!doctype\s+html|html|head|meta|body|title|style|div|table|p|h[1-6]|section|article|span|center|font)[\s>/]/i;
const CHARSET =
  /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})/i;

/** The first characters, whatever their encoding: tags are ASCII in all of them. */
const headOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, PRESCAN))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');

/** A text that begins with a tag of Markdown's kind is one, too: both read the same. */
export const isHtml = (bytes: Uint8Array): boolean => HEAD.test(headOf(bytes));

function decoderOf(label: string) {
  try {
    // Pages that name GB2312 use characters that only its successors have.
    return new TextDecoder(/^gb/i.test(label) ? 'gb18030' : label);
  } catch {
    return null;
  }
}

/** The text of a page; null where it is none. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const [, meta, xml] = CHARSET.exec(headOf(bytes)) ?? [];
  const named = meta ?? xml;
  // A page of two bytes a character could not name an encoding that says so.
  if (markedEncoding(bytes) !== null || named === undefined || /^utf-?(?:8|16)/i.test(named)) return decodeText(bytes);
  return decoderOf(named)?.decode(bytes) ?? decodeText(bytes);
}
