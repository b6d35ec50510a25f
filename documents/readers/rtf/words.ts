/** Control words by what they mean for a reader (Rich Text Format 1.9.1). */

/** Groups that hold no text of the document. */
export const UNSEEN = new Set([
  ...['colortbl', 'stylesheet', 'info', 'pict', 'objdata', 'objclass', 'header', 'headerl', 'headerr', 'headerf'],
  ...['footer', 'footerl', 'footerr', 'footerf', 'footnote', 'annotation', 'fldinst', 'themedata', 'latentstyles'],
  ...['colorschememapping', 'datastore', 'xmlnstbl', 'listtable', 'listoverridetable', 'rsidtbl', 'generator'],
  ...[
    'bkmkstart',
    'bkmkend',
    'private',
    'filetbl',
    'revtbl',
    'nonshppict',
    'shprslt',
    'sn',
    'sv',
    'atnid',
    'atnauthor',
  ],
  ...['tc', 'xe', 'listname', 'panose', 'falt', 'pgptbl', 'mmathPr', 'template', 'ftnsep', 'aftnsep', 'ftncn'],
]);

/** Groups that older programs may leave out, and that still hold text: drawn boxes, marks of lists. */
export const SEEN = new Set(['shpinst', 'shptxt', 'listtext', 'pntext', 'fldrslt', 'shp']);

/** Marks of lists, written out by the program that numbered them. */
export const MARKS = new Set(['listtext', 'pntext']);

export const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': ' ',
  _: '-',
  line: '\n',
  page: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};

/** The encodings of character sets of fonts and of code pages, as far as documents in Chinese have them. */
const CHARSETS: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Null: that of the document. */
export const encodingOfCharset = (charset: number): string | null => CHARSETS[charset] ?? null;
export const encodingOfPage = (page: number): string => PAGES[page] ?? 'windows-1252';
