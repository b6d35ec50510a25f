/** `rectify export` and `rectify import`: the whole ledger as a folder, and into an empty installation. */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInput } from './bad-input.ts';
import { whole } from './out-file.ts';
import { progress } from './progress.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { exportedFiles, exportLedger } from '../client/transfer/export.ts';
import { importLedger } from '../client/transfer/import.ts';
import { linesOf } from '../client/transfer/lines.ts';

/** `ledger.jsonl`, and beside it `files/` with each file under its hash. */
export async function exportFolder(session: Session, path: string, print: Print): Promise<void> {
  const { context, words } = session;
  const actor = await session.actor();
  if (await isThere(path)) throw new BadInput(words.unwritable(path, 'EEXIST'));
  let rows = 0;
  const { told, end } = progress(words.rowsDone);
  const counted = (done: number) => told((rows = done));
  let [files, lost] = [0, 0];
  try {
    await whole(path, words, async (temporary, signal) => {
      await mkdir(join(temporary, 'files'), { recursive: true, mode: 0o700 });
      const ledger = createWriteStream(join(temporary, 'ledger.jsonl'), { mode: 0o600, flush: true });
      await pipeline(Readable.from(exportLedger(context, actor, counted)), ledger, { signal });
      for await (const sha256 of exportedFiles(context, actor)) {
        if (await context.store.holds(sha256)) {
          const file = createWriteStream(join(temporary, 'files', sha256), { mode: 0o600, flush: true });
          await pipeline(await context.store.read(sha256), file, { signal });
          files += 1;
        } else lost += 1;
      }
    });
  } finally {
    end();
  }
  print(words.exported(path, rows, files));
  if (lost > 0) print(words.filesMissing(lost));
}

/** Nobody acts: there is nobody yet but the keeper of the machine. */
export async function importFolder(session: Session, path: string, print: Print): Promise<void> {
  const { context, words, ownerUrl } = session;
  const ledger = join(path, 'ledger.jsonl');
  if (!(await isThere(ledger))) throw new BadInput(words.unreadable(ledger, 'ENOENT'));
  const { told, end } = progress(words.rowsDone);
  try {
    const { rows, files, missing } = await importLedger(context, linesOf(createReadStream(ledger)), {
      ownerUrl,
      told,
      fileOf: async (sha256) => {
        const file = join(path, 'files', sha256);
        return (await isThere(file)) ? createReadStream(file) : null;
      },
    });
    end();
    print(words.takenOver(rows, files));
    if (missing > 0) print(words.filesMissing(missing));
    print(words.afterImport('rectify verify', 'rectify rebuild', 'rectify users invite'));
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === insufficientPrivilege;
    throw isOthers ? new BadInput(words.needsOwner('DATABASE_OWNER_URL'), { cause: error }) : error;
  } finally {
    end();
  }
}

/** Of PostgreSQL: the login may not do that. */
const insufficientPrivilege = '42501';

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
