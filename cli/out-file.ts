/** What a command writes is there as a whole, or not at all. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInput } from './bad-input.ts';
import type { Words } from './words.ts';

type Write = (temporary: string, signal: AbortSignal) => Promise<void>;

/** A file or a folder, written under another name beside it and renamed. Interrupted, it takes that one away again. */
export async function whole(path: string, words: Words, write: Write): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, interrupt);
  try {
    await write(temporary, interrupted.signal);
    interrupted.signal.throwIfAborted();
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true, recursive: true });
    if (interrupted.signal.aborted) throw new BadInput(words.interrupted, { cause: error });
    if (isUnwritable(error)) throw new BadInput(words.unwritable(path, error.code), { cause: error });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

export async function writeWhole(path: string, bytes: Readable, words: Words): Promise<void> {
  // One that breaks off before it is taken is heard below.
  bytes.on('error', () => undefined);
  try {
    await whole(path, words, async (temporary, signal) => {
      // Told before anything is read.
      await (await open(temporary, 'w', 0o600)).close();
      await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flush: true }), { signal });
    });
  } finally {
    bytes.destroy();
  }
}

/** The place itself does not take it. */
const isUnwritable = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  ['EACCES', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'ENOTEMPTY', 'EPERM', 'EROFS'].includes(error.code);

/** So that the new name is there after a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
