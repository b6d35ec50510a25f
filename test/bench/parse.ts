/**
 * Fictional documents of every kind read whole, against the least that reading takes: the same bytes decoded, cut into
 * lines, and each line held against one pattern of headings. Both for the same megabytes.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseNotice } from '../../documents/notice/parse.ts';
import { verdictOf, type Verdict } from './figures.ts';

/** Of documents of less than a kilobyte, each with its own beginning and end; long ones take a quarter of it. */
const target = 400;

const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、])/;

const folder = join(import.meta.dirname, '../documents/samples');

/** The samples one below the other as single documents, until there are so many. */
function documentsOf(count: number): Uint8Array[] {
  const samples = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(join(folder, name)));
  return Array.from({ length: count }, (_, at) => samples[at % samples.length] ?? new Uint8Array());
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** How many headings the documents have, so that nothing of it is left out. */
function headingsOf(documents: readonly Uint8Array[]): number {
  let found = 0;
  for (const bytes of documents) for (const line of decoded(bytes).split('\n')) if (HEADING.test(line)) found += 1;
  return found;
}

function itemsOf(documents: readonly Uint8Array[]): number {
  let found = 0;
  for (const bytes of documents) for (const { items } of parseNotice(decoded(bytes)).parts) found += items.length;
  return found;
}

export function benchParse(count: number, turns: number, say: (line: string) => void): Verdict {
  const documents = documentsOf(count);
  const megabytes = documents.reduce((sum, { length }) => sum + length, 0) / 1_000_000;
  /** Milliseconds of this processor a megabyte; what else the machine does counts for neither. */
  const cost = (of: (all: readonly Uint8Array[]) => number): number => {
    const begun = process.cpuUsage().user;
    if (of(documents) === 0) throw new Error('nothing was read');
    return (process.cpuUsage().user - begun) / 1000 / megabytes;
  };
  // Unmeasured: what is compiled once.
  cost(itemsOf);
  cost(headingsOf);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    ours.push(cost(itemsOf));
    bare.push(cost(headingsOf));
    const speed = (ms: number | undefined): string => (1000 / (ms ?? Number.NaN)).toFixed(2);
    say(`turn ${turn}: ${speed(ours.at(-1))} MB a second; lines alone ${speed(bare.at(-1))} MB a second`);
  }
  return verdictOf('parse', target, ours, bare);
}
