/** styles.xml → what the styles of paragraphs and runs say about headings, numbers and hidden text (ECMA-376 Part 1, §17.7). */
import { walkXml, type Attributes } from '../xml/walk.ts';
import { isOn } from './numbering-part.ts';

interface Style {
  readonly name: string;
  basedOn: string | null;
  /** 0 for the first level of headings; 9 for none. */
  outline: number | null;
  listId: string | null;
  level: number | null;
  isHidden: boolean | null;
}

export interface Styles {
  /** The style itself, then those it rests on. */
  readonly lineage: (styleId: string | null) => readonly Style[];
  /** Whether text in it is hidden. */
  readonly hides: (styleId: string | null) => boolean;
  readonly byId: ReadonlyMap<string, Style>;
}

/** The longest lineage that is followed: styles that rest on each other in a circle end here. */
const LONGEST = 20;

function set(style: Style, name: string, attribute: Attributes): void {
  const value = attribute('val') ?? '';
  if (name === 'basedOn') style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = Number(value);
  else if (name === 'numId') style.listId = value;
  else if (name === 'ilvl') style.level = Number(value);
  else if (name === 'vanish') style.isHidden = isOn(attribute);
}

export function readStyles(bytes: Uint8Array | null): Styles {
  const byId = new Map<string, Style>();
  let standard: string | null = null;
  let style: Style | null = null;
  let id = '';
  if (bytes !== null)
    walkXml(bytes, 'DOCX', {
      open: (name, attribute) => {
        if (name === 'style') {
          id = attribute('styleId') ?? '';
          style = { name: '', basedOn: null, outline: null, listId: null, level: null, isHidden: null };
          byId.set(id, style);
          if (attribute('type') === 'paragraph' && ['1', 'true', 'on'].includes(attribute('default') ?? ''))
            standard = id;
        } else if (style !== null && name === 'name') {
          style = { ...style, name: (attribute('val') ?? '').toLowerCase() };
          byId.set(id, style);
        } else if (style !== null) set(style, name, attribute);
        return name === 'tblStylePr' || name.endsWith('Change') ? 'skip' : undefined;
      },
      close: (name) => {
        if (name === 'style') style = null;
      },
    });
  const lineage = (styleId: string | null): readonly Style[] => {
    const found: Style[] = [];
    for (let next = styleId ?? standard; next !== null && found.length < LONGEST;) {
      const style = byId.get(next);
      if (style === undefined) break;
      found.push(style);
      next = style.basedOn;
    }
    return found;
  };
  const hides = (styleId: string | null): boolean =>
    lineage(styleId).find(({ isHidden }) => isHidden !== null)?.isHidden ?? false;
  return { lineage, hides, byId };
}
