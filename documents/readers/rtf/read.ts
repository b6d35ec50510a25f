/** RTF → its text as a reader sees it. Bytes are decoded by the font they stand in, or by the code page of the document. */
import { newTables } from './tables.ts';
import { tokensOf } from './tokens.ts';
import { encodingOfCharset, encodingOfPage, MARKS, SEEN, SIGNS, UNSEEN } from './words.ts';
import { damaged, keepTextWithin, keepWithin } from '../limits.ts';
import { newPage } from '../page.ts';

/** What holds within a group, and ends with it. */
interface State {
  isUnseen: boolean;
  isHidden: boolean;
  /** Bytes that stand for a character of Unicode in programs that do not know it. */
  fallback: number;
  font: number | null;
  isMark: boolean;
  isFontTable: boolean;
  /** The group began with \*: leave it out unless it is known. */
  isOptional: boolean;
}

const DEEPEST_HEADING = 6;

/** @throws UnreadableNotice beyond, damaged */
export function readRtf(bytes: Uint8Array): string {
  const page = newPage();
  const tables = newTables(page);
  const stack: State[] = [];
  const fonts = new Map<number, string>();
  let state: State = {
    isUnseen: false,
    isHidden: false,
    fallback: 1,
    font: null,
    isMark: false,
    isFontTable: false,
    isOptional: false,
  };
  let encoding = 'windows-1252';
  let pieces: string[] = [];
  let waiting: number[] = [];
  let outline: number | null = null;
  let toSkip = 0;
  let pieceLength = 0;

  const encodingNow = (): string => (state.font === null ? undefined : fonts.get(state.font)) ?? encoding;
  const add = (text: string): void => {
    if (state.isUnseen || state.isHidden || state.isFontTable) return;
    pieceLength += text.length;
    keepTextWithin(pieceLength);
    pieces.push(state.isMark ? text.replace(/\t/g, '') : text);
  };
  /** Two bytes of a character may come as two tokens. */
  const decodeWaiting = (): void => {
    if (waiting.length === 0) return;
    const text = new TextDecoder(encodingNow()).decode(Uint8Array.from(waiting));
    waiting = [];
    add(text);
  };
  const endParagraph = (): void => {
    const text = pieces.join('');
    pieces = [];
    const heading =
      outline === null || text.trim() === '' ? '' : `${'#'.repeat(Math.min(DEEPEST_HEADING, outline + 2))} `;
    if (text.trim() !== '') tables.paragraph(`${heading}${heading === '' ? text : text.trim()}`);
  };

  const word = (name: string, number: number | null): void => {
    if (UNSEEN.has(name) || (state.isOptional && !SEEN.has(name))) state.isUnseen = true;
    state.isOptional = name === '*';
    if (MARKS.has(name)) state.isMark = true;
    const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
    if (sign !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else add(sign);
      return;
    }
    if (state.isUnseen) return;
    switch (name) {
      case 'par':
      case 'sect':
        return state.isFontTable ? undefined : endParagraph();
      case 'cell':
      case 'nestcell':
        endParagraph();
        return tables.endCell();
      case 'row':
      case 'nestrow':
        return tables.endRow();
      case 'intbl':
        return tables.within(true);
      case 'pard':
        outline = null;
        return tables.within(false);
      case 'outlinelevel':
        outline = number !== null && number >= 0 && number < 9 ? number : null;
        return;
      case 'plain':
        state.isHidden = false;
        return;
      case 'v':
      case 'deleted':
        state.isHidden = number !== 0;
        return;
      case 'ansicpg':
        encoding = encodingOfPage(number ?? 0);
        return;
      case 'fonttbl':
        state.isFontTable = true;
        return;
      case 'f':
        state.font = number;
        return;
      case 'fcharset': {
        const own = encodingOfCharset(number ?? 0);
        if (state.isFontTable && state.font !== null && own !== null) fonts.set(state.font, own);
        return;
      }
      case 'uc':
        state.fallback = Math.min(16, Math.max(0, number ?? 1));
        return;
      case 'u':
        add(String.fromCharCode(((number ?? 0) + 65_536) % 65_536));
        toSkip = state.fallback;
        return;
      default:
        return;
    }
  };

  for (const token of tokensOf(bytes)) {
    if (token.kind === 'byte') {
      if (toSkip > 0) toSkip -= 1;
      else waiting.push(token.byte);
      state.isOptional = false;
      continue;
    }
    decodeWaiting();
    if (token.kind === 'open') {
      keepWithin('depth', stack.length + 1);
      stack.push(state);
      state = { ...state, isOptional: false };
      toSkip = 0;
    } else if (token.kind === 'close') {
      toSkip = 0;
      const outer = stack.pop();
      if (outer === undefined) break;
      state = outer;
    } else word(token.word, token.number);
  }
  if (stack.length > 0) throw damaged('RTF');
  decodeWaiting();
  endParagraph();
  tables.end();
  return page.text();
}
