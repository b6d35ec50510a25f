/** Marks that a browser writes before the items of a list (WHATWG HTML, §4.4.5). */
import { numeral } from '../docx/numerals.ts';

export interface HtmlList {
  /** Null for a list without numbers. */
  next: number | null;
  readonly type: string;
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

export function listOf(name: string, attributes: Readonly<Record<string, string>>): HtmlList {
  const start = Number(attributes['start'] ?? 1);
  return { next: name === 'ol' ? (Number.isInteger(start) ? start : 1) : null, type: attributes['type'] ?? '1' };
}

export function markOfItem(list: HtmlList | undefined, attributes: Readonly<Record<string, string>>): string {
  if (list === undefined || list.next === null) return '• ';
  const value = Number(attributes['value'] ?? list.next);
  const own = Number.isInteger(value) ? value : list.next;
  list.next = own + 1;
  return `${numeral(own, FORMATS[list.type] ?? 'decimal')}. `;
}
