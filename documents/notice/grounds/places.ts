/** Texts of the result → the lines that say them. */
import type { Line } from '../lines/normalise.ts';
import { letters } from '../text/han.ts';

/** A text that stands nowhere is looked for in the whole document; a document that makes many of them is left in the end. */
const MOST_MISSES = 300;

/** The letters of all lines in one text. */
export class Places {
  private readonly lines: readonly Line[];
  private readonly starts: number[] = [];
  private readonly all: string;
  private misses = 0;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    const own = lines.map((line) => letters(line.text));
    let length = 0;
    for (const text of own) {
      this.starts.push(length);
      length += text.length;
    }
    this.all = own.join('');
  }

  /** The index of the line where a text begins, from a line on; −1 where it stands nowhere. */
  find(text: string, from = 0): number {
    const words = letters(text);
    if (words === '' || this.misses >= MOST_MISSES) return -1;
    const at = this.all.indexOf(words, this.starts[from] ?? 0);
    if (at >= 0) return this.lineAt(at);
    this.misses++;
    return -1;
  }

  /** The index of the last line above another where a text begins; −1 where there is none. */
  findAbove(text: string, below: number): number {
    const words = letters(text);
    const end = (this.starts[below] ?? 0) - words.length;
    const at = words === '' || end < 0 || this.misses >= MOST_MISSES ? -1 : this.all.lastIndexOf(words, end);
    if (at < 0) this.misses++;
    return at < 0 ? -1 : this.lineAt(at);
  }

  line(index: number): Line | undefined {
    return this.lines[index];
  }

  /** The last line that starts at or before a letter: of several that start there, all but it are empty. */
  private lineAt(letter: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= letter) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
