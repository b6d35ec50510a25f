/** A progress notice line by line, as every form writes it and a reader of any form finds it again. */
import { textOf, type Bulletin, type BulletinParagraph, type Section } from './tree.ts';

export const blockKinds = ['title', 'heading', 'subheading', 'text', 'organ', 'date'] as const;

export interface Block {
  /** heading and subheading: the first and the second level */
  readonly kind: (typeof blockKinds)[number];
  /** The item that it is of; null where it is of none alone. */
  readonly itemId: string | null;
  readonly spans: BulletinParagraph;
}

export const saidIn = ({ spans }: Block): string => textOf(spans);

export function blocksOf({ title, opening, parts, closing, organ, date }: Bulletin): readonly Block[] {
  return [
    line('title', title),
    ...opening.map((spans) => text(spans)),
    ...parts.flatMap((part) => sectionBlocks(part, 'heading')),
    ...closing.map((spans) => text(spans)),
    line('organ', organ),
    line('date', date),
  ];
}

const sectionBlocks = ({ heading, itemId, paragraphs, sections }: Section, kind: Block['kind']): readonly Block[] => [
  line(kind, heading, itemId),
  ...paragraphs.map((spans) => text(spans, itemId)),
  ...sections.flatMap((section) => sectionBlocks(section, 'subheading')),
];

const line = (kind: Block['kind'], said: string, itemId: string | null = null): Block => ({
  kind,
  itemId,
  spans: [{ text: said, from: [] }],
});

const text = (spans: BulletinParagraph, itemId: string | null = null): Block => ({ kind: 'text', itemId, spans });
