/** Lines of the text twin: at most 36 Chinese characters or 72 Latin ones. Links are not wrapped. */

const columns = 72;

// Ideographs, kana and hangul, full-width forms, and the quotation marks and dashes that Chinese type sets wide.
const wide = String.raw`\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}“”‘’…—`;
const opening = '“‘（《「『【〔';
const closing = String.raw`”’）》」』】〕，。、；：？！…,.;:?!)\]`;

const isWide = new RegExp(`[${wide}]`, 'u');

/**
 * What stays together: a run of spaces, a wide character with the marks that open before and close after it, a word. So no line
 * starts with a closing mark or ends with an opening one.
 */
const piece = new RegExp(`\\s+|[${opening}]*[${wide}][${closing}]*|[${opening}]*[^\\s${wide}]+[${closing}]*`, 'gu');

/** In columns: two for a wide character. */
export const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide.test(character) ? 2 : 1), 0);

/** @param indent put before every line */
export function wrap(text: string, indent = ''): string {
  const room = columns - indent.length;
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const next of (text.match(piece) ?? []).flatMap((part) => cut(part, room))) {
    if (line.trim() === '' || taken + width(next.trimEnd()) <= room) {
      line += next;
      taken += width(next);
    } else {
      lines.push(line);
      line = next.trimStart();
      taken = width(line);
    }
  }
  lines.push(line);
  return lines.map((one) => `${indent}${one.trimEnd()}`).join('\n');
}

/** A word longer than a line is cut. */
function cut(part: string, room: number): string[] {
  if (width(part) <= room) return [part];
  const characters = [...part];
  const step = Math.floor(room / 2);
  return Array.from({ length: Math.ceil(characters.length / step) }, (_, index) =>
    characters.slice(index * step, (index + 1) * step).join(''),
  );
}
