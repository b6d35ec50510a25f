/** Files made of the ledger, saved where the command was given. */
import { writeFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';
import { whyOf } from './files.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import type { Paper } from '../client/papers/paper.ts';
import { item } from '../client/items/items.ts';
import { letterPaper } from '../client/papers/letter.ts';
import { reviewFile } from '../client/papers/review-file.ts';
import { notFound } from '../client/refused.ts';
import { roundSheet, type SheetAsk } from '../client/papers/round-sheet.ts';

/** Where to; under the file's own name where nothing is said. */
export interface Out {
  readonly out: string | undefined;
}

export async function saveSheet(session: Session, id: string, ask: SheetAsk, to: Out, print: Print): Promise<void> {
  const { context, locale } = session;
  await savePaper(session, await roundSheet(context, await session.actor(), id, ask, locale), to, print);
}

export async function saveReview(session: Session, itemId: string, to: Out, print: Print): Promise<void> {
  const { context, locale } = session;
  await savePaper(session, await reviewFile(context, await session.actor(), itemId, locale), to, print);
}

/** @param number as it is printed; of several letters under it, of years or kinds, the last */
export async function saveLetter(
  session: Session,
  itemId: string,
  number: string,
  to: Out,
  print: Print,
): Promise<void> {
  const { context, locale } = session;
  const { letters } = await item(context, await session.actor(), itemId);
  const asked = letters.findLast((letter) => String(letter.number) === number);
  if (asked === undefined) throw notFound('letter', number);
  await savePaper(session, await letterPaper(context, await session.actor(), itemId, asked.seq, locale), to, print);
}

export async function savePaper(
  { words }: Session,
  { name, bytes }: Paper,
  { out = name }: Out,
  print: Print,
): Promise<void> {
  try {
    await writeFile(out, bytes);
  } catch (error) {
    throw new BadInput(words.unwritable(out, whyOf(error)), { cause: error });
  }
  print(words.saved(out));
}
