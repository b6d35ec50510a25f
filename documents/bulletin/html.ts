/** A progress notice as an HTML page that needs nothing else: no script, no address, no picture. */
import { saidIn, type Block } from './blocks.ts';
import { provenanceMeta } from './provenance.ts';
import type { Locale } from '../../core/locale.ts';
import { present } from '../../core/present.ts';

const style = [
  'body{max-width:44em;margin:2em auto;padding:0 1em;font-family:FangSong,STFangsong,serif;font-size:1.125rem;line-height:1.8}',
  'h1{text-align:center;font-size:1.6rem}',
  'h2{font-family:SimHei,sans-serif;font-size:1.125rem;font-weight:400}',
  'h3{font-family:KaiTi,STKaiti,serif;font-size:1.125rem;font-weight:400}',
  'h2,h3,p{margin:0;text-indent:2em;break-after:avoid}',
  'p{break-after:auto;text-align:justify}',
  '.signed{text-align:right;text-indent:0}',
].join('\n');

/** Each piece names in data attributes the items, facts and versions of wording that it rests on. */
export function bulletinHtml(blocks: readonly Block[], locale: Locale, provenance: string): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  const head = [
    '<meta charset="utf-8">',
    `<title>${escaped(saidIn(present(title, 'title')))}</title>`,
    provenanceMeta(escaped(provenance)),
    `<style>\n${style}\n</style>`,
  ].join('\n');
  const body = blocks.map(written).join('\n');
  return `<!doctype html>\n<html lang="${locale}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

const tags: Readonly<Record<Block['kind'], readonly [tag: string, attributes: string]>> = {
  title: ['h1', ''],
  heading: ['h2', ''],
  subheading: ['h3', ''],
  text: ['p', ''],
  organ: ['p', ' class="signed"'],
  date: ['p', ' class="signed"'],
};

function written({ kind, itemId, spans }: Block): string {
  const [tag, attributes] = tags[kind];
  const item = itemId === null ? '' : ` data-item="${itemId}"`;
  return `<${tag}${attributes}${item}>${spans.map(spanOf).join('')}</${tag}>`;
}

function spanOf({ text, from }: Block['spans'][number]): string {
  if (from.length === 0) return escaped(text);
  const items = from.map(({ itemId }) => itemId).join(' ');
  const facts = from.flatMap(({ seq }) => (seq === null ? [] : [seq])).join(' ');
  const versions = from.flatMap(({ version }) => (version === null ? [] : [version])).join(' ');
  const rests = [
    ` data-items="${items}"`,
    facts === '' ? '' : ` data-facts="${facts}"`,
    versions === '' ? '' : ` data-wording="${versions}"`,
  ];
  return `<span${rests.join('')}>${escaped(text)}</span>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (said: string): string => said.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
