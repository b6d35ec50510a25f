/** numbering.xml → lists and their levels (ECMA-376 Part 1, §17.9). */
import type { Attributes } from '../xml/walk.ts';
import { walkXml } from '../xml/walk.ts';

export interface Level {
  start: number;
  format: string;
  /** Such as （%1）; %2 is the number of the second level. */
  text: string;
  /** One-based level after which this one begins anew; 0: never; null: after each level above. */
  restart: number | null;
  /** Numbers of the levels above in digits (w:isLgl). */
  isLegal: boolean;
  /** The paragraph style that stands for this level. */
  style: string | null;
}

interface List {
  readonly levels: Map<number, Level>;
  /** A list that is kept in a numbering style (w:numStyleLink). */
  styleLink: string | null;
}

/** What one w:num changes of its list. */
interface ListUse {
  listId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface Numbering {
  readonly lists: Map<string, List>;
  readonly uses: Map<string, ListUse>;
}

/** Word's lists have nine levels. */
const LEVELS = 9;

const blank = (): Level => ({ start: 0, format: 'decimal', text: '', restart: null, isLegal: false, style: null });

const numberOf = (attribute: Attributes, name = 'val'): number | null => {
  const value = attribute(name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
};

export const isOn = (attribute: Attributes): boolean => !['0', 'false', 'off'].includes(attribute('val') ?? 'true');

function setLevel(level: Level, name: string, attribute: Attributes): void {
  const value = attribute('val') ?? '';
  if (name === 'start') level.start = numberOf(attribute) ?? level.start;
  // Word's own formats stand in a choice before their fallback: the last is the one that others know.
  else if (name === 'numFmt' && value !== 'custom') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'lvlRestart') level.restart = numberOf(attribute);
  else if (name === 'isLgl') level.isLegal = isOn(attribute);
  else if (name === 'pStyle') level.style = value;
}

export function readNumbering(bytes: Uint8Array | null): Numbering {
  const lists: Numbering['lists'] = new Map();
  const uses: Numbering['uses'] = new Map();
  if (bytes === null) return { lists, uses };
  let list: List | null = null;
  let use: ListUse | null = null;
  let level: Level | null = null;
  /** The level that a w:lvlOverride is about. */
  let overridden: number | null = null;
  walkXml(bytes, 'DOCX', {
    open: (name, attribute) => {
      if (name === 'abstractNum') {
        list = { levels: new Map(), styleLink: null };
        lists.set(attribute('abstractNumId') ?? '', list);
      } else if (name === 'num') {
        use = { listId: '', starts: new Map(), levels: new Map() };
        uses.set(attribute('numId') ?? '', use);
      } else if (name === 'lvl') {
        level = blank();
        const at = numberOf(attribute, 'ilvl') ?? overridden;
        const levels = use?.levels ?? list?.levels;
        if (at !== null && at >= 0 && at < LEVELS) levels?.set(at, level);
      } else if (level !== null) setLevel(level, name, attribute);
      else if (name === 'numStyleLink' && list !== null) list.styleLink = attribute('val') ?? null;
      else if (name === 'abstractNumId' && use !== null) use.listId = attribute('val') ?? '';
      else if (name === 'lvlOverride') overridden = numberOf(attribute, 'ilvl');
      else if (name === 'startOverride' && use !== null && overridden !== null)
        use.starts.set(overridden, numberOf(attribute) ?? 1);
      return undefined;
    },
    close: (name) => {
      if (name === 'lvl') level = null;
      else if (name === 'abstractNum') list = null;
      else if (name === 'num') use = null;
      else if (name === 'lvlOverride') overridden = null;
    },
  });
  return { lists, uses };
}
