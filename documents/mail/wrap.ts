/** Lines of the text twin: at most 36 Chinese characters or 72 Latin ones, links alone on theirs. */

const columns = 72;

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’…—]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  );

export const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);

/** A line may not start with one of these. */
const closing = /^[，。、；：？！）》」』】〕”’…,.;:?!)\]]/u;

/** Where a line may be broken: between words, and between any two Chinese characters. */
const pieces = (text: string): string[] =>
  text.match(
    /\s+|[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3fffd}“”‘’…—]|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3fffd}“”‘’…—]+/gu,
  ) ?? [];

/** @param indent put before every line */
export function wrap(text: string, indent = ''): string {
  const room = columns - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text).flatMap((part) => cut(part, room))) {
    // Two columns are kept for the closing mark that may still have to hang on this line.
    const fits = width(line + piece) <= (closing.test(piece) ? room : room - 2);
    if (fits || line.trim() === '') line += piece;
    else {
      lines.push(line);
      line = piece.trimStart();
    }
  }
  lines.push(line);
  return lines.map((one) => `${indent}${one.trimEnd()}`).join('\n');
}

/** A word longer than a line is cut: only links keep theirs, and those are not wrapped. */
function cut(piece: string, room: number): string[] {
  if (width(piece) <= room - 2) return [piece];
  const characters = [...piece];
  const step = Math.floor((room - 2) / 2);
  return Array.from({ length: Math.ceil(characters.length / step) }, (_, index) =>
    characters.slice(index * step, (index + 1) * step).join(''),
  );
}
