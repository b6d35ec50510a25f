/** A progress notice as DOCX in the layout of GB/T 9704-2012, as it is put on a web page: without red head and seal. */
import { AlignmentType, Document, HeadingLevel, Paragraph } from 'docx';
import { saidIn, type Block } from './blocks.ts';
import { bodyOf, empty, indent, numbered, packed, styles } from '../paper/docx.ts';
import { grid, page, signature } from '../paper/layout.ts';

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
        properties: { page, grid },
        footers: { default: numbered('right'), even: numbered('left') },
        children: blocks.flatMap((block) => paragraphsOf(block, at)),
      },
    ],
  });
  return packed(document);
}

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
