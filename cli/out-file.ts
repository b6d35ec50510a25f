/** Files that a command writes: there as a whole, or not at all. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInput } from './bad-input.ts';
import type { Words } from './words.ts';

/** Written under another name beside it, synced, and renamed. Interrupted, it takes that one away again. */
export async function writeWhole(path: string, bytes: Readable, words: Words): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  // One that breaks off before it is taken is heard below.
  bytes.on('error', () => undefined);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, interrupt);
  try {
    await refuseUnwritable(temporary, words);
    await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flush: true }), { signal: interrupted.signal });
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    bytes.destroy();
    await rm(temporary, { force: true });
    if (interrupted.signal.aborted) throw new BadInput(words.interrupted, { cause: error });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** Told before anything is read. */
async function refuseUnwritable(path: string, words: Words): Promise<void> {
  try {
    await (await open(path, 'w', 0o600)).close();
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(words.unwritable(path, why), { cause: error });
  }
}

/** So that the new name is there after a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
