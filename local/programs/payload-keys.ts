/** The key of one machine that keeps what travels through Temporal unreadable there. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made at the first start, kept with the data, named as the processes read it. It is its owner's alone. */
export function payloadKeys(dataFolder: string): { readonly RECTIFY_PAYLOAD_KEYS_FILE: string } {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, 'payload.keys');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  }
  return { RECTIFY_PAYLOAD_KEYS_FILE: file };
}
