/** A web page, or what a browser or Word saved as one → its text as a reader sees it. */
import { Parser } from 'htmlparser2';
import { listOf, markOfItem, type HtmlList } from './lists.ts';
import { keepWithin } from '../limits.ts';
import { newPage } from '../page.ts';
import { WIDE } from '../text/wide.ts';

const UNSEEN = new Set([
  ...['script', 'style', 'nav', 'template', 'noscript', 'iframe', 'svg', 'math', 'head', 'object', 'select', 'button'],
  ...['textarea', 'audio', 'video', 'canvas', 'rt', 'rp', 'datalist', 'dialog'],
]);
const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'pre'],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'address',
    'figure',
    'figcaption',
    'form',
    'fieldset',
    'legend',
  ],
  ...['center', 'hr', 'table', 'tr', 'td', 'th', 'caption', 'body', 'html', 'details', 'summary'],
]);
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

const isUnseen = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  UNSEEN.has(name) ||
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  (name === 'input' && attributes['type'] === 'hidden') ||
  HIDDEN_STYLE.test(attributes['style'] ?? '');

const span = (value: string | undefined, most: number): number => {
  const count = Number(value ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
};

/** A break of the source between Chinese characters is no space (CSS Text 3, §4.1.3). */
const BROKEN = new RegExp(`(?<=${WIDE})[ \\t]*\\n\\s*(?=${WIDE})`, 'gu');

/** Stands for a break that is seen, among those of the source. */
const BREAK = '\u2028';

const collapsed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(BROKEN, '')
    .replace(/[ \t\n\f]+/g, ' ');

export function readHtml(html: string): string {
  const page = newPage();
  const lists: HtmlList[] = [];
  let pieces: string[] = [];
  let heading = '';
  let mark = '';
  let depth = 0;
  /** The depth from which nothing is seen; 0: all is. */
  let unseenFrom = 0;
  let preformatted = 0;

  const flush = (): void => {
    const lines = collapsed(pieces.join('')).split(BREAK);
    const text = lines
      .map((line) => line.trim())
      .join('\n')
      .trim();
    pieces = [];
    if (text === '') return;
    page.paragraph(`${heading}${mark}${text}`);
    mark = '';
  };

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (BLOCKS.has(name)) flush();
    if (/^h[1-6]$/.test(name)) heading = `${'#'.repeat(Number(name.charAt(1)))} `;
    else if (name === 'br') pieces.push(BREAK);
    else if (name === 'pre') preformatted += 1;
    else if (name === 'ol' || name === 'ul') lists.push(listOf(name, attributes));
    else if (name === 'li') mark = markOfItem(lists.at(-1), attributes);
    else if (name === 'table') page.openTable();
    else if (name === 'tr') page.openRow();
    else if (name === 'td' || name === 'th')
      page.openCell(span(attributes['colspan'], 1000), span(attributes['rowspan'], 65_534));
  };
  const close = (name: string): void => {
    if (BLOCKS.has(name)) flush();
    if (/^h[1-6]$/.test(name)) heading = '';
    else if (name === 'pre') preformatted -= 1;
    else if (name === 'ol' || name === 'ul') lists.pop();
    else if (name === 'li') mark = '';
    else if (name === 'table') page.closeTable();
    else if (name === 'tr') page.closeRow(true);
    else if (name === 'td' || name === 'th') page.closeCell();
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      keepWithin('depth', depth);
      if (unseenFrom === 0 && isUnseen(name, attributes)) unseenFrom = depth;
      if (unseenFrom === 0) open(name, attributes);
    },
    ontext: (text) => {
      if (unseenFrom === 0) pieces.push(preformatted > 0 ? text.replace(/\r?\n/g, BREAK) : text);
    },
    onclosetag: (name) => {
      if (unseenFrom === 0) close(name);
      if (unseenFrom === depth) unseenFrom = 0;
      depth -= 1;
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return page.text();
}
