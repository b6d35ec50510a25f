/** What every document that the house issues as DOCX has in common: lines, fonts by level, and the same bytes for the same words. */
import {
  AlignmentType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type Document,
  type IParagraphOptions,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { fonts, fontTable, type LevelFonts } from './fonts.ts';
import { character, characterGap, lineHeight, signature, sizes } from './layout.ts';

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Of exactly 28.95 points. */
export const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** Two characters. */
export const indent = { firstLineChars: 200, firstLine: 2 * character } as const;

const headingOf = (font: string) => ({
  run: { font, size: sizes.text, bold: false, italics: false, color: '000000' },
  // Never the last line of a page.
  paragraph: { spacing: line, indent, keepNext: true, keepLines: true },
});

/** Latin letters stand on no grid of characters. */
const spacingOf = (levels: LevelFonts): number => (levels === fonts ? characterGap : 0);

/** @param titleIsBold where no font of its own makes the title stand out */
export const stylesOf = (levels: LevelFonts, titleIsBold = false) => ({
  document: { run: { font: levels.text, size: sizes.text, color: '000000', characterSpacing: spacingOf(levels) } },
  title: {
    run: { font: levels.title, size: sizes.title, bold: titleIsBold, color: '000000' },
    paragraph: { spacing: line, alignment: AlignmentType.CENTER, keepNext: true },
  },
  heading1: headingOf(levels.first),
  heading2: headingOf(levels.second),
});

export const styles = stylesOf(fonts);

export const empty = (): Paragraph => bodyOf({ text: '', keepNext: true });

export const bodyOf = (options: IParagraphOptions): Paragraph =>
  new Paragraph({ spacing: line, widowControl: true, ...options });

/** One line below the text; who signs is not torn from the date, nor both from an empty page. */
export function signed(organ: string, date: string): Paragraph[] {
  const at = signature(organ, date);
  return [
    empty(),
    bodyOf({ text: organ, indent: { left: at.organ }, keepNext: true }),
    bodyOf({ text: date, indent: { left: at.date } }),
  ];
}

/** — 1 — in 4号宋体, one character from the outer edge: odd pages right, even pages left. */
export function numbered(side: 'left' | 'right', font: string = fonts.number): Footer {
  const run = { font, size: sizes.number };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: sizes.number * 10 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** Years count in local time there, so that the oldest moment an archive knows is the same in every place. */
const noMoment = new Date(1980, 0, 1);

/**
 * The bytes of a document. Packed anew without the moments at which it was made and packed, so that whoever writes it again
 * writes the same.
 */
export async function packed(document: Document): Promise<Uint8Array> {
  const made = await Packer.toArrayBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
  const parts = unzipSync(new Uint8Array(made));
  const properties = parts[coreProperties];
  if (properties === undefined) throw new Error('a document without its properties');
  parts[coreProperties] = changed(properties, (text) => text.replace(moments, ''));
  const defaults = parts[styleDefinitions];
  if (defaults === undefined) throw new Error('a document without its styles');
  parts[styleDefinitions] = changed(defaults, (text) => text.replace('<w:pPrDefault/>', offTheGrid));
  return zipSync(parts, { mtime: noMoment, level: 6 });
}

const changed = (part: Uint8Array, change: (text: string) => string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(change(new TextDecoder().decode(part)));

const styleDefinitions = 'word/styles.xml';
/**
 * Lines are exact and characters have their own distance, so that nothing need be moved onto the grid of the page: programs
 * that have not the font named here put a character wider than its cell into two of them.
 */
const offTheGrid = '<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>';
const coreProperties = 'docProps/core.xml';
const moments = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g;
