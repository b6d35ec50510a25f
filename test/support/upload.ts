/** Uploads: as a browser sends them, and as far as the ledger knows them, for tests in which nobody reads the file. */
import { cast } from './cast.ts';
import type { HandIn } from './evidence.ts';
import type { Context } from '../../client/context.ts';
import { insertEvidenceFile, insertUpload } from '../../db/evidence.ts';

export async function storeUpload(
  { pool, now }: Pick<Context, 'pool' | 'now'>,
  itemId: string,
  { evidenceId: id, file: { sha256, name } }: HandIn,
  uploadedBy: string = cast.wang.id,
): Promise<void> {
  const mediaType = 'text/plain';
  await insertEvidenceFile(pool, { sha256, bytes: 1, mediaType, storedAt: now(), storedBy: uploadedBy });
  await insertUpload(pool, { id, itemId, sha256, name, mediaType, uploadedBy }, now());
}

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

export function multipart(parts: readonly Part[]): { payload: Buffer; headers: Record<string, string> } {
  const lines = parts.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  const payload = Buffer.concat([...lines, Buffer.from('--edge--\r\n')]);
  return { payload, headers: { 'content-type': 'multipart/form-data; boundary=edge' } };
}
