/** The sheet on which a unit without accounts reports, and what it handed in. */
import { basename } from 'node:path';
import { BadInput } from './bad-input.ts';
import { tell, type HandInOptions } from './forms.ts';
import { savePaper, type Out } from './papers.ts';
import { bytesOf } from './parse.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { previewProgress, progressForm, recordProgress } from '../client/forms/progress.ts';
import { units } from '../client/people/people.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { isAlike } from '../core/forms/alike.ts';

/** @param named a unit by its name or id */
export async function saveProgressForm(
  session: Session,
  roundId: string,
  named: string,
  to: Out,
  print: Print,
): Promise<void> {
  const { context, locale } = session;
  const actor = await session.actor();
  const known = await units(context, actor);
  const unitId = known.find(({ id, name }) => id === named || isAlike(name, named))?.id ?? named;
  await savePaper(session, await progressForm(context, actor, roundId, unitId, locale), to, print);
}

export async function importProgress(
  session: Session,
  roundId: string,
  path: string,
  how: Omit<HandInOptions, 'again'>,
  print: Print,
): Promise<void> {
  const { context, locale, words } = session;
  const bytes = await bytesOf(path);
  const actor = await session.actor();
  tell(session, await previewProgress(context, actor, roundId, bytes), how, print);
  if (how.dryRun) return;
  const { refused } = await recordProgress(context, actor, roundId, { name: basename(path), bytes });
  for (const { number, refusal } of refused) print(`✗ ${number} ${anyRefusalText(refusal, locale)}`);
  if (refused.length > 0) throw new BadInput(words.notRecorded(refused.length));
  if (!how.isJson) print(words.formImported);
}
