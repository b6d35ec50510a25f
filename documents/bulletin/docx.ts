/** A progress notice as DOCX in the layout of GB/T 9704-2012, as it is put on a web page: without red head and seal. */
import { AlignmentType, Document, HeadingLevel, Paragraph } from 'docx';
import { saidIn, type Block } from './blocks.ts';
import { bodyOf, empty, indent, numbered, packed, signed, styles } from '../paper/docx.ts';
import { grid, page } from '../paper/layout.ts';

/** @param properties custom ones, that go wherever the file goes */
export async function bulletinDocx(
  blocks: readonly Block[],
  properties: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<Uint8Array> {
  const { title = '', organ = '', date = '' } = Object.fromEntries(blocks.map((block) => [block.kind, saidIn(block)]));
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
        children: blocks.flatMap((block) => paragraphsOf(block, date)),
      },
    ],
  });
  return packed(document);
}

/** @param date of the notice: where the organ stands on the page depends on it, so both are written as one */
function paragraphsOf(block: Block, date: string): Paragraph[] {
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
      return signed(text, date);
    case 'date':
      return [];
  }
}
