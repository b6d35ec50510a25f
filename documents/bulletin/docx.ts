/** A progress notice as DOCX in the layout of GB/T 9704-2012, as it is put on a web page: without red head and seal. */
import { AlignmentType, Document, HeadingLevel, Paragraph } from 'docx';
import { textOf, type Bulletin, type BulletinParagraph, type Section } from './tree.ts';
import { bodyOf, empty, indent, numbered, packed, signed, styles } from '../paper/docx.ts';
import { grid, page } from '../paper/layout.ts';

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
        properties: { page, grid },
        footers: { default: numbered('right'), even: numbered('left') },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          empty(),
          ...opening.map(paragraph),
          ...parts.flatMap((part) => sectionParagraphs(part, HeadingLevel.HEADING_1)),
          ...closing.map(paragraph),
          ...signed(organ, bulletin.date),
        ],
      },
    ],
  });
  return packed(document);
}

type Level = typeof HeadingLevel.HEADING_1 | typeof HeadingLevel.HEADING_2;

const sectionParagraphs = ({ heading, paragraphs, sections }: Section, level: Level): Paragraph[] => [
  new Paragraph({ heading: level, text: heading }),
  ...paragraphs.map(paragraph),
  ...sections.flatMap((section) => sectionParagraphs(section, HeadingLevel.HEADING_2)),
];

const paragraph = (said: BulletinParagraph): Paragraph =>
  bodyOf({ text: textOf(said), indent, alignment: AlignmentType.JUSTIFIED });
