/** Web pages for tests. */
import { blocksOf } from './markdown.ts';
import { xmlText } from './zip.ts';

const tags = ['p', 'h1', 'h2', 'h3'];

export const htmlOf = (markdown: string): string => {
  const blocks = blocksOf(markdown).map(
    ({ level, text }) => `<${tags[level] ?? 'p'}>${xmlText(text)}</${tags[level] ?? 'p'}>`,
  );
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>x</title></head><body><nav>首页</nav>\n${blocks.join('\n')}\n</body></html>`;
};
