/** A progress notice as Markdown: headings by level, a paragraph a line, what Markdown would read as its own escaped. */
import { textOf, type Bulletin, type BulletinParagraph, type Section } from './tree.ts';

export function bulletinMarkdown({ title, opening, parts, closing, organ, date }: Bulletin): string {
  const blocks = [
    `# ${plain(title)}`,
    ...opening.map(paragraph),
    ...parts.flatMap((part) => sectionBlocks(part, 2)),
    ...closing.map(paragraph),
    plain(organ),
    plain(date),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const sectionBlocks = ({ heading, paragraphs, sections }: Section, level: number): readonly string[] => [
  `${'#'.repeat(level)} ${plain(heading)}`,
  ...paragraphs.map(paragraph),
  ...sections.flatMap((section) => sectionBlocks(section, level + 1)),
];

const paragraph = (said: BulletinParagraph): string => plain(textOf(said));

/** Emphasis, links, HTML and tables are signs of a text here, and a line that begins as a list is none. */
const plain = (said: string): string =>
  said.replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/^([-+#]|\d+\.)(?=\s)/, '\\$1');
