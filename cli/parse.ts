/** A file on disk → the notice it holds, or `UnreadableNotice` with what was allowed and what was given. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import type { NoticeJson } from '../core/round/notice.ts';
import { readOnThread, type ReadDocument } from '../client/rounds/read-on-thread.ts';
import { UnreadableNotice } from '../documents/notice/unreadable.ts';
import { noticeJson } from '../documents/notice/warnings.ts';
import { maxFileBytes } from '../documents/readers/limits.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

function refusalOf(error: unknown, path: string): UnreadableNotice {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
    return new UnreadableNotice({ kind: 'notFound', path });
  if (code === 'EISDIR') return new UnreadableNotice({ kind: 'notAFile', path });
  return new UnreadableNotice({ kind: 'noAccess', path, reason: code });
}

/** At most one byte more than is allowed, however long the file has grown since it was measured. */
async function readBounded(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.min(size, maxFileBytes) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) return bytes.subarray(0, length);
  }
}

/** @throws UnreadableNotice */
export async function bytesOf(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    // Measured before it is opened: opening a pipe would wait for its writer.
    const { size, isRegular } = await stat(path).then((found) => ({ size: found.size, isRegular: found.isFile() }));
    if (!isRegular) throw new UnreadableNotice({ kind: 'notAFile', path });
    if (size > maxFileBytes) throw new UnreadableNotice({ kind: 'tooLarge', bytes: size, maxBytes: maxFileBytes });
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = await readBounded(file, size);
    if (bytes.length > maxFileBytes)
      throw new UnreadableNotice({ kind: 'tooLarge', bytes: bytes.length, maxBytes: maxFileBytes });
    return bytes;
  } catch (error) {
    throw error instanceof UnreadableNotice ? error : refusalOf(error, path);
  } finally {
    await file?.close();
  }
}

/** A document on disk, of any kind that is read. @throws UnreadableNotice */
export async function readDocument(path: string): Promise<ReadDocument & { readonly bytes: Uint8Array }> {
  const bytes = await bytesOf(path);
  const reading = await readOnThread(bytes);
  if ('unreadable' in reading) throw new UnreadableNotice(reading.unreadable);
  return { ...reading, bytes };
}

/**
 * What `rectify parse FILE --json` prints. Throws `UnreadableNotice`; its sentences are in `unreadableText`,
 * and the command ends with exit code 2.
 */
export async function parseFile(path: string): Promise<NoticeJson> {
  return noticeJson((await readDocument(path)).notice);
}
