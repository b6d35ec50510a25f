/** Where the texts of a notice stand in the document they were read from. */

/** Marks and blanks differ between a text and its line; letters and digits do not. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

/** Enough of a text to know it by, where the parser took something out of its middle. */
const beginning = 16;

/**
 * The lines of each text, 1 for the first. Texts come in the order of the notice, so that the second of two equal ones is
 * found below the first; one that was moved up by the parser is looked for from the top.
 */
export function placesOf(source: string, texts: readonly string[]): readonly (readonly number[])[] {
  const lines = linesOf(source).map(letters);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const all = lines.join('');
  let after = 0;
  return texts.map((text) => {
    const words = letters(text);
    if (words === '') return [];
    const below = all.indexOf(words, after);
    if (below >= 0) after = below + words.length;
    const whole = below >= 0 ? below : all.indexOf(words);
    if (whole >= 0) return linesFrom(starts, whole, words.length);
    const start = words.length > beginning ? all.indexOf(words.slice(0, beginning)) : -1;
    return start < 0 ? [] : linesFrom(starts, start, beginning);
  });
}

export const linesOf = (source: string): string[] => source.split(/\r\n|\r|\n/);

/** The lines that hold a stretch of letters. Empty lines hold none. */
function linesFrom(starts: readonly number[], from: number, length: number): number[] {
  const first = lineAt(starts, from);
  const last = lineAt(starts, from + length - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1).filter(
    (line) => starts[line] !== starts[line - 1],
  );
}

/** The last line that starts at or before a letter: of several that start there, all but it are empty. */
function lineAt(starts: readonly number[], letter: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= letter) low = middle;
    else high = middle - 1;
  }
  return low;
}
