/** A progress notice as Markdown: headings by level, a paragraph a line, what Markdown would read as its own escaped. */
import { saidIn, type Block } from './blocks.ts';

export const bulletinMarkdown = (blocks: readonly Block[]): string =>
  `${blocks.map((block) => `${marks[block.kind]}${plain(saidIn(block))}`).join('\n\n')}\n`;

const marks: Readonly<Record<Block['kind'], string>> = {
  title: '# ',
  heading: '## ',
  subheading: '### ',
  text: '',
  organ: '',
  date: '',
};

/** Emphasis, links, HTML and tables are signs of a text here, and a line that begins as a list is none. */
const plain = (said: string): string =>
  said.replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/^([-+#]|\d+\.)(?=\s)/, '\\$1');
