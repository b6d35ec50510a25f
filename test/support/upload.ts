/** A file that was uploaded for an item, as far as the ledger knows: for tests in which nobody reads it. */
import { cast } from './cast.ts';
import type { Context } from '../../client/context.ts';
import { insertEvidenceFile, insertUpload, type Upload } from '../../db/evidence.ts';

export async function storeUpload(
  { pool, now }: Pick<Context, 'pool' | 'now'>,
  { sha256, ...upload }: Upload & { readonly sha256: string },
): Promise<void> {
  const file = { sha256, bytes: 1, mediaType: 'text/plain', storedAt: now(), storedBy: cast.wang.id };
  await insertEvidenceFile(pool, file);
  await insertUpload(pool, upload, file);
}
