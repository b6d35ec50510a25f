/** Uploads: as a browser sends them, and as far as the ledger knows them, for tests in which nobody reads the file. */
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
