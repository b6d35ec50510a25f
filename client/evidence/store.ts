/**
 * Files under the hash of their bytes: `<folder>/ab/cdef…`. The same bytes are kept once, and whoever recomputes the hash
 * knows that nothing was exchanged.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mediaTypeOf } from './kinds.ts';
import type { EvidenceStore } from '../context.ts';
import { Refused } from '../refused.ts';

export function openEvidenceStore(folder: string, mostBytes: number): EvidenceStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));
  const asideOf = (sha256: string) => join(folder, 'infected', sha256);
  return {
    async receive(stream, name) {
      const temporary = join(folder, 'incoming', randomUUID());
      const discard = () => rm(temporary, { force: true });
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const { sha256, bytes } = await write(stream, temporary, name, mostBytes);
        const mediaType = await mediaTypeOf(temporary, name);
        const keep = () => settle(temporary, pathOf(sha256));
        return { sha256, bytes, mediaType, open: () => createReadStream(temporary), keep, discard };
      } catch (error) {
        await discard();
        throw error;
      }
    },
    async put(sha256, stream) {
      const temporary = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const written = await write(stream, temporary, sha256, Infinity);
        const isTheSame = written.sha256 === sha256;
        if (isTheSame) await settle(temporary, pathOf(sha256));
        return isTheSame;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async sweep(olderThanMs) {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true });
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name);
        const { mtimeMs } = await stat(path);
        if (mtimeMs < Date.now() - olderThanMs) await rm(path, { force: true });
      }
    },
    async state() {
      try {
        await mkdir(folder, { recursive: true });
        await access(folder, constants.W_OK);
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize < 2 * mostBytes ? 'full' : 'ready';
      } catch {
        return 'away';
      }
    },
    setAside: (sha256) => settle(pathOf(sha256), asideOf(sha256)),
    holdsAside: (sha256) => hasHash(asideOf(sha256), sha256),
    holds: (sha256) => hasHash(pathOf(sha256), sha256),
    async read(sha256) {
      const path = pathOf(sha256);
      await stat(path);
      return createReadStream(path);
    },
  };
}

async function hasHash(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  return hash.digest('hex') === sha256;
}

/** Hashes while it writes. What is beyond the limit is read to its end and dropped, so that the sender hears the answer. */
async function write(
  stream: Readable,
  path: string,
  name: string,
  mostBytes: number,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) continue;
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (bytes === 0) throw new Refused({ code: 'fileEmpty', name });
  if (bytes > mostBytes) throw new Refused({ code: 'fileTooLarge', name, mostBytes });
  return { sha256: hash.digest('hex'), bytes };
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length;) written += (await file.write(chunk, written)).bytesWritten;
}

/** Into its place, and the folder's entry to the disk: a file that the ledger names is there after a power cut. */
async function settle(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  await rename(from, to);
  const entry = await open(folder);
  try {
    await entry.sync();
  } finally {
    await entry.close();
  }
}
