/** What a file may hold before reading it ends with a refusal: far above real documents, far below what harms. */
import { UnreadableNotice } from '../notice/unreadable.ts';
import type { ReaderLimit } from '../../core/round/unreadable.ts';

const megabyte = 1024 * 1024;

/** Real documents: 5 MB of pictures, 2 MB of XML, 10 times packed, 30 columns, elements 40 deep. */
export const readerLimits: Readonly<Record<ReaderLimit, number>> = {
  unpackedBytes: 64 * megabyte,
  ratio: 200,
  entries: 10_000,
  depth: 2000,
  columns: 1000,
  cells: 500_000,
  rows: 10_000,
  textBytes: 5 * megabyte,
  pages: 1000,
};

/** A file that somebody hands in: a document of a hundred pages with a dozen photographs. */
export const maxFileBytes = 20 * megabyte;

/** @throws UnreadableNotice beyond */
export function keepWithin(limit: ReaderLimit, given: number): void {
  const max = readerLimits[limit];
  if (given > max) throw new UnreadableNotice({ kind: 'beyond', limit, max, given });
}

/** Three bytes for a Chinese character. @throws UnreadableNotice beyond */
export const keepTextWithin = (characters: number): void => keepWithin('textBytes', 3 * characters);

/** The names of formats as people know them. */
export type Format = 'DOCX' | 'XLSX' | 'PDF' | 'RTF' | 'ZIP';

export const damaged = (format: Format): UnreadableNotice => new UnreadableNotice({ kind: 'damaged', format });
