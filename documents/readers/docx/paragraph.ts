/** One paragraph while it is read, and the line that it becomes. */
import type { Marks } from './marks.ts';
import type { Styles } from './styles.ts';

export interface Paragraph {
  styleId: string | null;
  listId: string | null;
  level: number | null;
  outline: number | null;
  /** The mark at its end was deleted: with that accepted, it goes on in the next one. */
  isOpenEnded: boolean;
  readonly pieces: string[];
}

export const newParagraph = (): Paragraph => ({
  styleId: null,
  listId: null,
  level: null,
  outline: null,
  isOpenEnded: false,
  pieces: [],
});

/** Levels 0 to 8 are headings, 9 is text (ECMA-376 Part 1, §17.3.1.20). */
const TEXT_OUTLINE = 9;
const DEEPEST_HEADING = 6;

/** As Markdown: one sign for the title, two for the first level under it. */
function headingOf(paragraph: Paragraph, styles: Styles): string {
  const lineage = styles.lineage(paragraph.styleId);
  if (lineage.some(({ name }) => name === 'title')) return '# ';
  const outline = paragraph.outline ?? lineage.find((style) => style.outline !== null)?.outline ?? TEXT_OUTLINE;
  if (!(outline >= 0 && outline < TEXT_OUTLINE)) return '';
  return `${'#'.repeat(Math.min(DEEPEST_HEADING, outline + 2))} `;
}

/** List and level of a paragraph: its own, or what its style gives it (§17.9.23). */
function placeOf(paragraph: Paragraph, styles: Styles, marks: Marks): { listId: string; level: number } | null {
  const lineage = styles.lineage(paragraph.styleId);
  const styled = lineage.find((style) => style.listId !== null);
  const listId = paragraph.listId ?? styled?.listId ?? null;
  // Number 0 takes a paragraph out of the list of its style.
  if (listId === null || listId === '0') return null;
  const level =
    paragraph.level ?? lineage.find((style) => style.level !== null)?.level ?? marks.levelOf(listId, paragraph.styleId);
  return { listId, level };
}

/** The paragraph as a line; counts it in its list even where it has no text. */
export function lineOf(paragraph: Paragraph, styles: Styles, marks: Marks): string {
  const text = paragraph.pieces.join('');
  const place = placeOf(paragraph, styles, marks);
  const mark = place === null ? '' : marks.next(place.listId, place.level);
  if (text.trim() === '') return '';
  const heading = headingOf(paragraph, styles);
  return `${heading}${mark}${mark === '' && heading === '' ? text : text.trimStart()}`;
}
