/** PDF.js → the pieces of text of each page. It is loaded only where a PDF is read: loading takes a quarter of a second. */
import type { Piece } from './piece.ts';
import { damaged, keepTextWithin, keepWithin } from '../limits.ts';
import { UnreadableNotice } from '../../notice/unreadable.ts';

/** The tables by which Chinese fonts that are not in the file name their characters. */
const folderOf = (name: string): string =>
  decodeURIComponent(new URL(`../../${name}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).pathname);

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

function pieceOf({ str, width, transform }: TextItem): Piece {
  const [, , skew = 0, height = 0, left = 0, base = 0] = transform;
  return { text: str, left, right: left + width, base, size: Math.hypot(skew, height) };
}

const isFinitePiece = ({ left, right, base, size }: Piece): boolean =>
  [left, right, base, size].every(Number.isFinite) && size > 0;

/** @throws UnreadableNotice encrypted, damaged, beyond */
export async function piecesOf(bytes: Uint8Array): Promise<Piece[][]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // It takes the bytes over and leaves none behind.
    data: new Uint8Array(bytes),
    cMapUrl: folderOf('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderOf('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    keepWithin('pages', document.numPages);
    const pages: Piece[][] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      page.cleanup();
      const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])).filter(isFinitePiece);
      for (const { text } of pieces) characters += text.length;
      keepTextWithin(characters);
      pages.push(pieces);
    }
    return pages;
  } catch (error) {
    if (error instanceof UnreadableNotice) throw error;
    if (isNamed(error, 'PasswordException')) throw new UnreadableNotice({ kind: 'encrypted', format: 'PDF' });
    // Whatever a file makes PDF.js fail with, the file is what is wrong.
    throw damaged('PDF');
  } finally {
    await task.destroy();
  }
}
