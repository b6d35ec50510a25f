/** A numbered letter of an item as the document that left, for whoever may see the item. */
import type { Context } from '../context.ts';
import { readableItem } from '../items/items.ts';
import { notFound } from '../refused.ts';
import { seenBy } from '../seen.ts';
import type { Paper } from './paper.ts';
import type { Actor } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import { readLetter } from '../../db/letters.ts';
import { letterDocx } from '../../documents/letters/docx.ts';
import { letterFileName } from '../../documents/letters/wording.ts';
import { docxMediaType } from '../../documents/paper/docx.ts';

/** @param seq the fact that called for the letter @throws Refused notFound, also while it has no number */
export async function letterPaper(
  context: Context,
  actor: Actor,
  itemId: string,
  seq: number,
  locale: Locale,
): Promise<Paper> {
  await readableItem(context, actor, itemId);
  const letter = await readLetter(seenBy(context.pool, actor), itemId, seq);
  if (letter === null || letter.contents === null) throw notFound('letter', String(seq));
  const { contents, ...numbered } = letter;
  const facts = { ...contents, ...numbered, locale };
  return { name: letterFileName(facts), mediaType: docxMediaType, bytes: await letterDocx(facts) };
}
