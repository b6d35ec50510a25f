/** `rectify bundle`: an evidence bundle of an item or a round, as a file. */
import { writeWhole } from './out-file.ts';
import { progress } from './progress.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { bundleOf } from '../client/bundle/bundle.ts';

export async function bundle(session: Session, id: string, path: string, print: Print): Promise<void> {
  const { context, words } = session;
  const { told, end } = progress(words.itemsDone);
  try {
    const made = await bundleOf(context, await session.actor(), id, told);
    await writeWhole(path, made.bytes, words);
    end();
    print(words.bundled(path, made.items, 'node verify.mjs'));
  } finally {
    end();
  }
}
