/** Files made of the ledger, saved where the command was given. */
import { writeFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';
import { whyOf } from './files.ts';
import type { Session } from './session.ts';
import type { Paper } from '../client/papers/paper.ts';
import { bulletin } from '../client/papers/bulletin.ts';
import { reviewFile } from '../client/papers/review-file.ts';
import { roundSheet } from '../client/papers/round-sheet.ts';
import type { BulletinForm } from '../core/round/bulletin.ts';
import type { RoundSheet } from '../core/round/sheets.ts';

type Print = (text: string) => void;

/** Where to; under the file's own name where nothing is said. */
export interface Out {
  readonly out: string | undefined;
}

export async function saveSheet(session: Session, id: string, sheet: RoundSheet, to: Out, print: Print): Promise<void> {
  const { context, locale } = session;
  await save(session, await roundSheet(context, await session.actor(), id, sheet, locale), to, print);
}

export async function saveBulletin(
  session: Session,
  id: string,
  form: BulletinForm,
  to: Out,
  print: Print,
): Promise<void> {
  const { context, locale } = session;
  await save(session, await bulletin(context, await session.actor(), id, form, locale), to, print);
}

export async function saveReview(session: Session, itemId: string, to: Out, print: Print): Promise<void> {
  const { context, locale } = session;
  await save(session, await reviewFile(context, await session.actor(), itemId, locale), to, print);
}

export async function save(
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
