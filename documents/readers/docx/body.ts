/**
 * document.xml → a page (ECMA-376 Part 1, §17). Tracked changes are read as accepted; of two versions of one drawing
 * (mc:AlternateContent, Part 3, §10.2) the first counts; a text box stands behind the paragraph that holds it.
 */
import { newFields, type Fields } from './fields.ts';
import { lineOf, newParagraph, type Paragraph } from './paragraph.ts';
import { isOn } from './numbering-part.ts';
import { symbolOf } from './symbols.ts';
import type { Marks } from './marks.ts';
import type { Styles } from './styles.ts';
import { newPage, type Page } from '../page.ts';
import { walkXml, type Attributes } from '../xml/walk.ts';

/** What no reader sees: deleted and moved text, how things looked before, settings of controls, phonetic guides. */
const UNSEEN = new Set([
  ...['del', 'moveFrom', 'delText', 'sdtPr', 'rt', 'tabs', 'sectPr', 'tblGrid', 'tblPr'],
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'tblGridChange', 'tcPrChange', 'trPrChange', 'sectPrChange'],
  ...['tblPrExChange', 'numberingChange', 'delInstrText'],
]);

/** A story of its own: the body, or a text box. */
interface Story {
  readonly paragraphs: Paragraph[];
  /** Drawings within whose text counts only inside a text box. */
  drawings: number;
  readonly fields: Fields;
  /** Text of a paragraph whose end was deleted. */
  carried: string[];
}

interface Cell {
  columns: number;
  isContinued: boolean;
  isOpen: boolean;
}

export function readBody(bytes: Uint8Array, styles: Styles, marks: Marks): string {
  const page: Page = newPage();
  const stories: Story[] = [];
  const cells: Cell[] = [];
  const rows: { isLeftOut: boolean }[] = [];
  const choices: { isTaken: boolean }[] = [];
  const boxes: string[] = [];
  /** Elements above the one at hand. */
  const path: string[] = [];
  let isHidden = false;
  let isText = false;

  const story = (): Story | undefined => stories.at(-1);
  const paragraph = (): Paragraph | undefined => story()?.paragraphs.at(-1);
  const beginStory = (): void => void stories.push({ paragraphs: [], drawings: 0, fields: newFields(), carried: [] });
  const add = (text: string): void => {
    const now = story();
    if (now === undefined || now.drawings > 0 || isHidden || now.fields.isSilent()) return;
    now.paragraphs.at(-1)?.pieces.push(text);
  };
  /** A cell is begun with its first paragraph: what it covers is told between the two. */
  const openCell = (): void => {
    const cell = cells.at(-1);
    if (cell === undefined || cell.isOpen) return;
    cell.isOpen = true;
    page.openCell(Math.max(1, cell.columns), 1);
  };

  /** Properties of paragraphs, runs, rows and cells. */
  const property = (name: string, attribute: Attributes, parent: string | undefined): void => {
    const value = attribute('val') ?? '';
    const now = paragraph();
    const cell = stories.length === 1 ? cells.at(-1) : undefined;
    const row = stories.length === 1 ? rows.at(-1) : undefined;
    if (parent === 'pPr' && now !== undefined) {
      if (name === 'pStyle') now.styleId = value;
      else if (name === 'outlineLvl') now.outline = Number(value);
    } else if (parent === 'numPr' && now !== undefined) {
      if (name === 'numId') now.listId = value;
      else if (name === 'ilvl') now.level = Number(value);
    } else if (parent === 'rPr' && path.at(-2) === 'r') {
      if (name === 'vanish') isHidden = isOn(attribute);
      else if (name === 'rStyle') isHidden = styles.hides(value);
    } else if (parent === 'tcPr' && cell !== undefined) {
      if (name === 'gridSpan') cell.columns = Math.min(1001, Number(value) || 1);
      else if (name === 'vMerge' || name === 'hMerge') cell.isContinued = value !== 'restart';
      else if (name === 'cellDel') cell.isContinued = true;
    } else if (parent === 'trPr' && row !== undefined) {
      if (name === 'gridBefore') emptyCells(Number(value));
      else if (name === 'del' || (name === 'hidden' && isOn(attribute))) row.isLeftOut = true;
    }
  };
  const emptyCells = (count: number): void => {
    if (!(count > 0)) return;
    page.openCell(Math.min(1001, count), 1);
    page.closeCell();
  };

  const write = (text: string): void => {
    if (cells.at(-1)?.isContinued !== true) page.paragraph(text);
  };
  const endParagraph = (): void => {
    const now = story();
    const ended = now?.paragraphs.pop();
    if (now === undefined || ended === undefined) return;
    if (ended.isOpenEnded) {
      now.carried.push(...ended.pieces);
      return;
    }
    ended.pieces.unshift(...now.carried.splice(0));
    const line = lineOf(ended, styles, marks);
    if (stories.length > 1) boxes.push(line);
    else for (const text of [line, ...boxes.splice(0)]) if (text !== '') write(text);
  };

  /** Nothing follows that it could go on in. */
  const endCarried = (): void => {
    const text = story()?.carried.splice(0).join('');
    if (text !== undefined && text.trim() !== '') write(text);
  };

  const open = (name: string, attribute: Attributes): 'skip' | undefined => {
    const parent = path.at(-1);
    const isMark = parent === 'rPr' && path.at(-2) === 'pPr';
    if (isMark && (name === 'del' || name === 'moveFrom')) {
      const now = paragraph();
      if (now !== undefined) now.isOpenEnded = true;
    }
    property(name, attribute, parent);
    if (UNSEEN.has(name) || (name === 'Fallback' && choices.at(-1)?.isTaken === true)) return 'skip';
    content(name, attribute);
    path.push(name);
    return undefined;
  };

  const content = (name: string, attribute: Attributes): void => {
    const now = story();
    switch (name) {
      case 'body':
      case 'txbxContent':
        return beginStory();
      case 'p':
        if (now === undefined || now.drawings > 0) return;
        if (stories.length === 1) openCell();
        now.paragraphs.push(newParagraph());
        isHidden = false;
        return;
      case 'r':
        isHidden = styles.hides(paragraph()?.styleId ?? null);
        return;
      case 't':
        isText = true;
        return;
      case 'tab':
      case 'ptab':
        return add('\t');
      case 'br':
      case 'cr':
        return add('\n');
      case 'noBreakHyphen':
        return add('-');
      case 'sym':
        return add(symbolOf(attribute('font') ?? '', attribute('char') ?? ''));
      case 'fldChar':
        return now?.fields.onChar(attribute('fldCharType'));
      case 'drawing':
      case 'pict':
      case 'object':
        if (now !== undefined) now.drawings += 1;
        return;
      case 'AlternateContent':
        return void choices.push({ isTaken: false });
      case 'Choice': {
        const choice = choices.at(-1);
        if (choice !== undefined) choice.isTaken = true;
        return;
      }
      default:
        return table(name);
    }
  };

  /** Tables in text boxes are read as their paragraphs. */
  const table = (name: string): void => {
    if (stories.length !== 1) return;
    if (name === 'tbl') {
      openCell();
      page.openTable();
    } else if (name === 'tr') {
      rows.push({ isLeftOut: false });
      page.openRow();
    } else if (name === 'tc') cells.push({ columns: 1, isContinued: false, isOpen: false });
  };

  const close = (name: string): void => {
    path.pop();
    const now = story();
    if (name === 't') isText = false;
    else if (name === 'p' && now !== undefined && now.drawings === 0) endParagraph();
    else if (name === 'r') isHidden = false;
    else if (name === 'drawing' || name === 'pict' || name === 'object') {
      if (now !== undefined) now.drawings -= 1;
    } else if (name === 'txbxContent' || name === 'body') {
      if (name === 'body') endCarried();
      stories.pop();
    } else if (name === 'AlternateContent') choices.pop();
    else if (stories.length !== 1) return;
    else if (name === 'tc') {
      openCell();
      endCarried();
      cells.pop();
      page.closeCell();
    } else if (name === 'tr') page.closeRow(rows.pop()?.isLeftOut !== true);
    else if (name === 'tbl') page.closeTable();
  };

  walkXml(bytes, 'DOCX', {
    open,
    text: (text) => {
      if (isText) add(text);
      else if (path.at(-1) === 'instrText') story()?.fields.onCode(text);
    },
    close,
  });
  return page.text();
}
