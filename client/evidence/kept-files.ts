/** All files that the store must hold, however many. */
import { pagesOf } from '../pages.ts';
import { filesToAudit } from '../../db/audit.ts';
import type { Db } from '../../db/pool.ts';

const pageSize = 200;

/** By their hashes, page by page. */
export async function* keptFiles(db: Db): AsyncGenerator<string> {
  const pages = pagesOf(
    '',
    (after) => filesToAudit(db, after, pageSize),
    (sha256) => sha256,
  );
  for await (const page of pages) yield* page;
}
