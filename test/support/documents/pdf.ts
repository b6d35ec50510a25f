/** PDFs for tests, written by hand: text in a font whose character codes are those of Unicode, as Word embeds them. */
import { blocksOf } from './markdown.ts';

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Each code is its own character; a range may not go over its last byte. */
const unicodeMap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${Array.from(
  { length: 3 },
  (_, block) =>
    `100 beginbfrange\n${Array.from({ length: 100 }, (_, at) => {
      const high = Math.min(255, block * 100 + at)
        .toString(16)
        .padStart(2, '0');
      return `<${high}00> <${high}ff> <${high}00>`;
    }).join('\n')}\nendbfrange\n`,
).join('')}endcmap end end`;

/** @param extra entries of the trailer */
export function pdf(pages: readonly (readonly Placed[])[], extra = ''): Uint8Array {
  const streams = pages.map((page) =>
    page.map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n'),
  );
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>',
    stream(unicodeMap),
    ...streams.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      stream(content),
    ]),
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign >= ' ' && sign <= '~' ? 0.5 : 1), 0);

/** As many characters as fit into so many Chinese ones. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    // A space hangs over the edge.
    if (sign !== ' ' && width(line + sign) > most) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}

const [LEFT, TOP, SIZE, LEADING, MEASURE, LINES] = [79, 760, 16, 29, 28, 22];

/** The notice as offices print it: 28 characters a line, 22 lines a page, paragraphs set in by two, a number on each page. */
export function pdfOf(markdown: string): Uint8Array {
  const lines = blocksOf(markdown).flatMap(({ level, text }): Omit<Placed, 'y'>[] =>
    level === 1
      ? wrapped(text, 20).map((line) => ({ text: line, x: LEFT + (MEASURE * SIZE - width(line) * 22) / 2, size: 22 }))
      : wrapped(`\u3000\u3000${text}`, MEASURE).map((line, at) =>
          at === 0 ? { text: line.slice(2), x: LEFT + 2 * SIZE, size: SIZE } : { text: line, x: LEFT, size: SIZE },
        ),
  );
  const count = Math.ceil(lines.length / LINES);
  return pdf(
    Array.from({ length: count }, (_, page) => [
      { text: '整改进展情况汇编', x: 240, y: 800, size: 10 },
      ...lines.slice(page * LINES, (page + 1) * LINES).map((line, at) => ({ ...line, y: TOP - at * LEADING })),
      { text: `— ${page + 1} —`, x: 270, y: 60, size: 14 },
    ]),
  );
}

/** A page that draws one packed stream. */
export function pdfOfStream(content: Uint8Array, filter: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} /Filter ${filter} >>\nstream\n`,
  ].map((object, at) => `${at + 1} 0 obj\n${object}${at === 3 ? '' : '\nendobj\n'}`);
  const end = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n';
  return Buffer.concat([Buffer.from(`%PDF-1.7\n${objects.join('')}`), content, Buffer.from(end)]);
}
