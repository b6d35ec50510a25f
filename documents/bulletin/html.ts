/** A progress notice as an HTML page that needs nothing else: no script, no address, no picture. */
import { textOf, type Bulletin, type BulletinParagraph, type Section } from './tree.ts';
import type { Locale } from '../../core/locale.ts';

const style = [
  'body{max-width:44em;margin:2em auto;padding:0 1em;font-family:FangSong,STFangsong,serif;font-size:1.125rem;line-height:1.8}',
  'h1{text-align:center;font-size:1.6rem}',
  'h2{font-family:SimHei,sans-serif;font-size:1.125rem;font-weight:400}',
  'h3{font-family:KaiTi,STKaiti,serif;font-size:1.125rem;font-weight:400}',
  'h2,h3,p{margin:0;text-indent:2em;break-after:avoid}',
  'p{break-after:auto;text-align:justify}',
  '.signed{text-align:right;text-indent:0}',
].join('\n');

export function bulletinHtml({ title, opening, parts, closing, organ, date }: Bulletin, locale: Locale): string {
  const blocks = [
    `<h1>${escaped(title)}</h1>`,
    ...opening.map(paragraph),
    ...parts.flatMap((part) => sectionBlocks(part, 2)),
    ...closing.map(paragraph),
    `<p class="signed">${escaped(organ)}</p>`,
    `<p class="signed">${escaped(date)}</p>`,
  ];
  const head = `<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>\n${style}\n</style>`;
  return `<!doctype html>\n<html lang="${locale}">\n<head>\n${head}\n</head>\n<body>\n${blocks.join('\n')}\n</body>\n</html>\n`;
}

const sectionBlocks = ({ heading, paragraphs, sections }: Section, level: number): readonly string[] => [
  `<h${level}>${escaped(heading)}</h${level}>`,
  ...paragraphs.map(paragraph),
  ...sections.flatMap((section) => sectionBlocks(section, level + 1)),
];

const paragraph = (said: BulletinParagraph): string => `<p>${escaped(textOf(said))}</p>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (said: string): string => said.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
