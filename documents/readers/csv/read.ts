/** Comma-separated values as offices save them: quotes, a byte order mark, either line end; comma, tab or semicolon. */
import { keepWithin } from '../limits.ts';

export interface CsvRow {
  /** As a program that shows the file counts, 1 for the first. */
  readonly number: number;
  readonly cells: readonly string[];
}

const separators = [',', '\t', ';'] as const;

/** So much of a file tells what stands between its cells. */
const sampleCharacters = 4000;

/** What stands between the cells of a text; null for a text that is no table. */
function separatorOf(text: string): string | null {
  const sample = text.slice(0, sampleCharacters);
  const counts = separators.map((sign) => ({ sign, count: sample.split(sign).length - 1 }));
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count === 0 ? null : most.sign;
}

/** Rows that hold something; null where the text is no table. @throws UnreadableNotice beyond */
export function readCsv(text: string): CsvRow[] | null {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  if (separator === null) return null;
  const rows: CsvRow[] = [];
  let [number, cellCount] = [1, 0];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
    keepWithin('columns', row.length);
    keepWithin('cells', (cellCount += 1));
  };
  const endRow = () => {
    endCell();
    if (row.some((entry) => entry !== '')) rows.push({ number, cells: row });
    row = [];
    number += 1;
  };
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
