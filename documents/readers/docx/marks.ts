/** Counts the numbered paragraphs of a document and writes the marks that a reader sees before them. */
import { numeral } from './numerals.ts';
import type { Level, Numbering } from './numbering-part.ts';
import type { Styles } from './styles.ts';

export interface Marks {
  /** The mark of the next paragraph on this level of the list; '' for none. */
  readonly next: (listId: string, level: number) => string;
  /** The level of the list that a paragraph style stands for. */
  readonly levelOf: (listId: string, styleId: string | null) => number;
}

interface Count {
  /** Null before the first of a level. */
  readonly numbers: (number | null)[];
  readonly starts: Map<number, number>;
}

const DEEPEST = 8;
const BULLET = '•';

/** Lists kept in a style lead to one another; a circle of them ends here. */
const LONGEST = 5;

export function marksOf(numbering: Numbering, styles: Styles): Marks {
  const counts = new Map<string, Count>();
  const begun = new Set<string>();

  /** The list that a use of it comes down to, through numbering styles (§17.9.21). */
  const listOf = (listId: string): string | null => {
    let use = numbering.uses.get(listId);
    for (let turn = 0; use !== undefined && turn < LONGEST; turn += 1) {
      const link = numbering.lists.get(use.listId)?.styleLink ?? null;
      if (link === null) return use.listId;
      use = numbering.uses.get(styles.byId.get(link)?.listId ?? '');
    }
    return null;
  };

  const levelAt = (listId: string, level: number): Level | undefined =>
    numbering.uses.get(listId)?.levels.get(level) ?? numbering.lists.get(listOf(listId) ?? '')?.levels.get(level);

  /** Paragraphs of all uses of a list are counted together; a use that names its own start begins anew with it. */
  const countOf = (listId: string, list: string): Count => {
    const count = counts.get(list) ?? { numbers: Array.from({ length: DEEPEST + 1 }, () => null), starts: new Map() };
    counts.set(list, count);
    if (begun.has(listId)) return count;
    begun.add(listId);
    for (const [level, start] of numbering.uses.get(listId)?.starts ?? []) {
      count.starts.set(level, start);
      for (let at = level; at <= DEEPEST; at += 1) count.numbers[at] = null;
    }
    return count;
  };

  const next = (listId: string, level: number): string => {
    const list = listOf(listId);
    const own = levelAt(listId, level);
    if (list === null || own === undefined) return '';
    const { numbers, starts } = countOf(listId, list);
    const startOf = (at: number): number => starts.get(at) ?? levelAt(listId, at)?.start ?? 1;
    const before = numbers[level] ?? null;
    numbers[level] = before === null ? startOf(level) : before + 1;
    for (let below = level + 1; below <= DEEPEST; below += 1)
      if (level < (levelAt(listId, below)?.restart ?? below)) numbers[below] = null;
    if (own.format === 'bullet') return `${BULLET} `;
    const text = own.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const format = own.isLegal ? 'decimal' : (levelAt(listId, at)?.format ?? 'decimal');
      return numeral(numbers[at] ?? startOf(at), format);
    });
    // Between 1. and 2026 a reader sees a gap; Chinese marks bring their own.
    return /[\w.]$/.test(text) ? `${text} ` : text;
  };

  const levelOf = (listId: string, styleId: string | null): number => {
    if (styleId === null) return 0;
    for (let level = 0; level <= DEEPEST; level += 1) if (levelAt(listId, level)?.style === styleId) return level;
    return 0;
  };

  return { next, levelOf };
}
