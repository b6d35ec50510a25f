/** Word documents for tests, part by part. */
import { blocksOf, withoutMark } from './markdown.ts';
import { xmlText, zipped } from './zip.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (targets: Readonly<Record<string, string>>): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets)
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
}

const docxParts = ({ body, numbering = '', styles = '' }: DocxParts): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
  'word/_rels/document.xml.rels': relations({ styles: 'styles.xml', numbering: 'numbering.xml' }),
  'word/document.xml': `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  'word/styles.xml': `${head}<w:styles ${namespaces}>${styles}</w:styles>`,
  'word/numbering.xml': `${head}<w:numbering ${namespaces}>${numbering}</w:numbering>`,
});

/** @param more further entries of the archive, or others in the place of these */
export const docx = (parts: DocxParts, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zipped({ ...docxParts(parts), ...more });

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

/** @param properties inside w:pPr */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`;

export const inList = (listId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`;

export const level = (at: number, format: string, text: string, more = '', start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;

export const use = (id: number, listId: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${listId}"/>${more}</w:num>`;

export const style = (id: string, name: string, properties: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}<w:pPr>${properties}</w:pPr></w:style>`;

/** The notice with real headings, whose numbers Word writes. */
export function docxOf(markdown: string): Uint8Array {
  const styles = [
    style('Title', 'Title', ''),
    style('1', 'heading 1', `<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>`),
    style('2', 'heading 2', `<w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`),
  ].join('');
  const levels =
    level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="1"/>') + level(1, 'chineseCounting', '（%2）');
  const names = ['', 'Title', '1', '2'];
  const body = blocksOf(markdown).map(({ level, text }) =>
    level === 0
      ? paragraph(text)
      : paragraph(level === 1 ? text : withoutMark(text), `<w:pStyle w:val="${names[level] ?? ''}"/>`),
  );
  return docx({ body: body.join(''), styles, numbering: list(0, levels) + use(1, 0) });
}
