/** A DOCX or DOCM file → its text as a reader sees it. Headers, footers, comments, notes and macros are left unread. */
import { readBody } from './body.ts';
import { marksOf } from './marks.ts';
import { readNumbering } from './numbering-part.ts';
import { readStyles } from './styles.ts';
import { damaged } from '../limits.ts';
import { partOf, relationsOf } from '../ooxml/relations.ts';
import type { Archive } from '../zip/archive.ts';

/** @param part the main one. @throws UnreadableNotice damaged, doctype, beyond */
export function readDocx(archive: Archive, part: string): string {
  const body = archive.read(part);
  if (body === null) throw damaged('DOCX');
  const relations = relationsOf(archive, part, 'DOCX');
  const styles = readStyles(archive.read(partOf(relations, 'styles', 'word/styles.xml')));
  const numbering = readNumbering(archive.read(partOf(relations, 'numbering', 'word/numbering.xml')));
  return readBody(body, styles, marksOf(numbering, styles));
}
