/** A progress notice as DOCX in the layout of GB/T 9704-2012, as it is put on a web page: without red head and seal. */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { saidIn, type Block } from './blocks.ts';
import { fonts, fontTable } from './fonts.ts';
import { character, characterSpace, lineHeight, page, signature, sizes } from './layout.ts';

const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** Two characters. */
const indent = { firstLineChars: 200, firstLine: 2 * character } as const;

/** @param properties custom ones, that go wherever the file goes */
export async function bulletinDocx(
  blocks: readonly Block[],
  properties: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<Uint8Array> {
  const { title = '', organ = '', date = '' } = Object.fromEntries(blocks.map((block) => [block.kind, saidIn(block)]));
  const at = signature(organ, date);
  const document = new Document({
    title,
    creator: organ,
    lastModifiedBy: organ,
    customProperties: properties,
    evenAndOddHeaderAndFooters: true,
    styles: { default: styles },
    sections: [
      {
        properties: {
          page,
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: lineHeight, charSpace: characterSpace },
        },
        footers: { default: numbered('right'), even: numbered('left') },
        children: blocks.flatMap((block) => paragraphsOf(block, at)),
      },
    ],
  });
  const packed = await Packer.toArrayBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
  return new Uint8Array(packed);
}

const headingOf = (font: string) => ({
  run: { font, size: sizes.text, bold: false, italics: false, color: '000000' },
  // Never the last line of a page.
  paragraph: { spacing: line, indent, keepNext: true, keepLines: true },
});

const styles = {
  document: { run: { font: fonts.text, size: sizes.text, color: '000000' } },
  title: {
    run: { font: fonts.title, size: sizes.title, bold: false, color: '000000' },
    paragraph: { spacing: line, alignment: AlignmentType.CENTER, keepNext: true },
  },
  heading1: headingOf(fonts.first),
  heading2: headingOf(fonts.second),
};

/** One line below the title and the text; who signs is not torn from the date, nor both from an empty line. */
function paragraphsOf(block: Block, at: ReturnType<typeof signature>): Paragraph[] {
  const text = saidIn(block);
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, text }), empty()];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, text })];
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text })];
    case 'text':
      return [bodyOf({ text, indent, alignment: AlignmentType.JUSTIFIED })];
    case 'organ':
      return [empty(), bodyOf({ text, indent: { left: at.organ }, keepNext: true })];
    case 'date':
      return [bodyOf({ text, indent: { left: at.date } })];
  }
}

const empty = (): Paragraph => bodyOf({ text: '', keepNext: true });

const bodyOf = (options: IParagraphOptions): Paragraph =>
  new Paragraph({ spacing: line, widowControl: true, ...options });

/** — 1 — in 4号宋体, one character from the outer edge: odd pages right, even pages left. */
function numbered(side: 'left' | 'right'): Footer {
  const run = { font: fonts.number, size: sizes.number };
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
