/** A notice in Markdown → its blocks, from which the same document is made in other formats. */

export interface Block {
  /** 1 for the title, 2 for 一、 and 3 for （一）, 0 for text. */
  readonly level: number;
  readonly text: string;
}

const numeral = '[一二三四五六七八九十]+';
const first = new RegExp(`^${numeral}、`);
const second = new RegExp(`^[（(]${numeral}[）)]`);

/** The mark tells the level of a heading: the signs before it are not always right. */
export const blocksOf = (markdown: string): readonly Block[] =>
  markdown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, signs = '', text = ''] = /^(#*) *(.*)$/.exec(line.replaceAll('**', '')) ?? [];
      const level = signs === '' ? 0 : first.test(text) ? 2 : second.test(text) ? 3 : 1;
      return { level, text };
    });

/** Without what automatic numbering writes. */
export const withoutMark = (text: string): string => text.replace(first, '').replace(second, '');
