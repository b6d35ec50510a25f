/** RTF for tests: every character that is not ASCII as \u with a fallback. */
import { blocksOf } from './markdown.ts';

export const rtfText = (text: string): string =>
  [...text]
    .map((sign) =>
      sign >= ' ' && sign <= '~'
        ? sign.replace(/[\\{}]/, '\\$&')
        : `\\u${sign.charCodeAt(0) > 32_767 ? sign.charCodeAt(0) - 65_536 : sign.charCodeAt(0)}?`,
    )
    .join('');

export const rtf = (body: string, head = ''): Uint8Array =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc1${head}\n${body}}`, 'latin1');

export const rtfOf = (markdown: string): Uint8Array =>
  rtf(
    blocksOf(markdown)
      .map(({ level, text }) => `\\pard${level > 1 ? `\\outlinelevel${level - 2}` : ''} ${rtfText(text)}\\par`)
      .join('\n'),
  );
