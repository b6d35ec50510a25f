/** Front matter above a document (title: …, date: …) → lines that the head of a page may have. */
import { frontName } from '../words/page.ts';

const BLOCK = /^\s{0,40}?(-{3}|\+{3})[ \t]*\n([^]{0,8000}?)\n(?:\1|\.{3})[ \t]*(?:\n|$)/;
const PAIR = /^(["']?)([\p{L}_][\p{L}\d _-]{0,40})\1\s{0,4}[:=：]\s{0,4}(.*)$/u;
const OTHER = /^(?:\s|-\s|#|[\]}])|^$/;

const bare = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Line by line: a pair begins a field, what is indented goes on with it. Null where a line is neither. */
function pairsOf(block: string): [string, string][] | null {
  const pairs: [string, string][] = [];
  for (const line of block.split('\n')) {
    const pair = PAIR.exec(line);
    const open = pairs.at(-1);
    if (pair !== null) pairs.push([pair[2]?.trim() ?? '', /^[>|][+-]?$/.test(pair[3] ?? '') ? '' : (pair[3] ?? '')]);
    else if (!OTHER.test(line)) return null;
    else if (open !== undefined && /^\s+[^\s-]/.test(line)) open[1] += line.trim();
  }
  return pairs.length === 0 ? null : pairs;
}

/** A text that begins with a rule and holds no fields is left as it is. */
export function frontMatterAsLines(text: string): string {
  const block = BLOCK.exec(text);
  const pairs = block === null ? null : pairsOf(block[2] ?? '');
  if (block === null || pairs === null) return text;
  const lines = pairs.flatMap(([key, value]) => {
    const name = frontName(key);
    return name === null || bare(value) === '' ? [] : [`${name}：${bare(value)}`];
  });
  // As many lines as before, so that every line below keeps its number.
  const blank = Array.from({ length: block[0].split('\n').length - 1 - lines.length }, () => '');
  return [...blank, ...lines, text.slice(block[0].length)].join('\n');
}
