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
import { fonts, fontTable } from './fonts.ts';
import { character, characterSpace, lineHeight, page, signature, sizes } from './layout.ts';
import { textOf, type Bulletin, type BulletinParagraph, type Section } from './tree.ts';

const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** Two characters (7.3.3). */
const indent = { firstLineChars: 200, firstLine: 2 * character } as const;

export async function bulletinDocx(bulletin: Bulletin): Promise<Uint8Array> {
  const { title, opening, parts, closing, organ } = bulletin;
  const document = new Document({
    title,
    creator: organ,
    lastModifiedBy: organ,
    evenAndOddHeaderAndFooters: true,
    styles: { default: styles },
    sections: [
      {
        properties: {
          page,
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: lineHeight, charSpace: characterSpace },
        },
        footers: { default: numbered('right'), even: numbered('left') },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          empty(),
          ...opening.map(paragraph),
          ...parts.flatMap((part) => sectionParagraphs(part, HeadingLevel.HEADING_1)),
          ...closing.map(paragraph),
          ...signed(bulletin),
        ],
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

type Level = typeof HeadingLevel.HEADING_1 | typeof HeadingLevel.HEADING_2;

const sectionParagraphs = ({ heading, paragraphs, sections }: Section, level: Level): Paragraph[] => [
  new Paragraph({ heading: level, text: heading }),
  ...paragraphs.map(paragraph),
  ...sections.flatMap((section) => sectionParagraphs(section, HeadingLevel.HEADING_2)),
];

const paragraph = (said: BulletinParagraph): Paragraph =>
  bodyOf({ text: textOf(said), indent, alignment: AlignmentType.JUSTIFIED });

const empty = (): Paragraph => bodyOf({ text: '', keepNext: true });

const bodyOf = (options: IParagraphOptions): Paragraph =>
  new Paragraph({ spacing: line, widowControl: true, ...options });

/** One line below the text; who signs is not torn from the date, nor both from an empty page. */
function signed({ organ, date }: Bulletin): Paragraph[] {
  const at = signature(organ, date);
  return [
    empty(),
    bodyOf({ text: organ, indent: { left: at.organ }, keepNext: true }),
    bodyOf({ text: date, indent: { left: at.date } }),
  ];
}

/** — 1 — in 4号宋体, one character from the outer edge: odd pages right, even pages left (7.5). */
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
