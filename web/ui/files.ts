/** What is said of a file beside its name. */
import { size } from '../../core/i18n/format.ts';

/** The type as a word: PDF, DOCX; nothing known gives a neutral sign. */
export function fileKind(name: string): string {
  const [, ending] = /\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  return ending === undefined ? '?' : ending.toUpperCase();
}

/** 86 MB, 1.2 MB, 340 kB, as people read sizes. */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_023.5 * 1_024) return `${Math.round(bytes / 1_024)} kB`;
  return size(bytes);
}
