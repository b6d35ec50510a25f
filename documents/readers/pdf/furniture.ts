/** Page numbers, and what stands at the head or foot of every page, belong to the paper and not to the text. */
import type { PdfLine } from './piece.ts';

const NUMBER =
  /^(?:[-—–－─―·•\s]*\d{1,4}[-—–－─―·•\s]*|第\s*\d{1,4}\s*页(?:[，,\s/／]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page \d+(?: of \d+)?)$/iu;

/** Lines from the edge of a page that are looked at. */
const EDGE = 2;
/** A header stands on this share of the pages: left and right ones may have their own. */
const SHARE = 0.4;

/** Numbers change from page to page. */
const shapeOf = (line: PdfLine): string => line.text.replace(/\d+/g, '#').replace(/\s/g, '');

const edges = (lines: readonly PdfLine[]): readonly PdfLine[] => [
  ...lines.slice(0, EDGE),
  ...lines.slice(Math.max(EDGE, lines.length - EDGE)),
];

export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const shape of new Set(edges(lines).map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const least = Math.max(2, SHARE * pages.length);
  return pages.map((lines) => {
    const atEdge = new Set(edges(lines));
    return lines.filter(
      (line) => !atEdge.has(line) || (!NUMBER.test(line.text) && (counts.get(shapeOf(line)) ?? 0) < least),
    );
  });
}
