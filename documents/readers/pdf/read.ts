/** A PDF with a text layer → its text. A page that is a picture has none, and nothing here recognises letters. */
import { columnsOf } from './columns.ts';
import { withoutFurniture } from './furniture.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { piecesOf } from './pieces.ts';
import { keepTextWithin } from '../limits.ts';
import { UnreadableNotice } from '../../notice/unreadable.ts';

/** @throws UnreadableNotice scanned, encrypted, damaged, beyond */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pages = await piecesOf(bytes);
  // A column has its own measure, head and foot, as a page has.
  const lines = withoutFurniture(pages.flatMap(columnsOf).map(linesOf));
  const text = paragraphsOf(lines).join('\n');
  keepTextWithin(text.length);
  if (text.trim() === '') throw new UnreadableNotice({ kind: 'scanned', pages: pages.length });
  return text;
}
