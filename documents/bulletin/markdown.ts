/** A progress notice as Markdown: headings by level, a paragraph a line, what Markdown would read as its own escaped. */
import type { Bulletin, Section } from './tree.ts';

export function bulletinMarkdown({ title, opening, parts, closing, organ, date }: Bulletin): string {
  const blocks = [
    `# ${plain(title)}`,
    ...opening.map(plain),
    ...parts.flatMap((part) => sectionBlocks(part, 2)),
    ...closing.map(plain),
    plain(organ),
    plain(date),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const sectionBlocks = ({ heading, paragraphs, sections }: Section, level: number): readonly string[] => [
  `${'#'.repeat(level)} ${plain(heading)}`,
  ...paragraphs.map(plain),
  ...sections.flatMap((section) => sectionBlocks(section, level + 1)),
];

/** Emphasis, links, HTML and tables are signs of a text here, and a line that begins as a list is none. */
const plain = (said: string): string =>
  said.replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/^([-+#]|\d+\.)(?=\s)/, '\\$1');
