/** Where root keeps what PostgreSQL's own user must reach and the checkout does not let him. */
import { chmodSync, mkdirSync } from 'node:fs';

export const sharedFolder = '/var/lib/rectify';

/** Makes a folder others may pass through, whatever root's umask says. */
export function openFolder(folder: string): string {
  for (const path of [sharedFolder, folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
  return folder;
}
