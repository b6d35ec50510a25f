/** A file on disk → the notice it holds, or `UnreadableNotice` with what was allowed and what was given. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import type { NoticeJson } from '../core/round/notice.ts';
import { parseNotice } from '../documents/notice/parse.ts';
import { UnreadableNotice } from '../documents/notice/unreadable.ts';
import { noticeJson } from '../documents/notice/warnings.ts';

/** The longest real notices have some hundred kilobytes. */
export const MAX_NOTICE_BYTES = 5 * 1024 * 1024;

/** First bytes of files that people take for text. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['DOC/XLS/WPS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
];

function signatureOf(bytes: Buffer): string | null {
  const name = SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
  if (name !== 'ZIP') return name;
  const names = bytes.toString('latin1');
  return names.includes('word/') ? 'DOCX' : names.includes('xl/') ? 'XLSX' : names.includes('ppt/') ? 'PPTX' : name;
}

function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes → text. Refuses what is not UTF-8, saying what it looks like. */
function textOf(bytes: Buffer): string {
  if (bytes.length === 0) throw new UnreadableNotice({ kind: 'empty' });
  const signature = signatureOf(bytes);
  if (signature !== null) throw new UnreadableNotice({ kind: 'binary', looksLike: signature });
  const mark = bytes.readUIntBE(0, Math.min(2, bytes.length));
  if (mark === 0xfffe || mark === 0xfeff) throw new UnreadableNotice({ kind: 'notUtf8', looksLike: 'UTF-16' });
  if (bytes.includes(0)) throw new UnreadableNotice({ kind: 'binary', looksLike: null });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableNotice(
      decodes(bytes, 'gb18030') ? { kind: 'notUtf8', looksLike: 'GBK/GB18030' } : { kind: 'binary', looksLike: null },
    );
  }
}

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
  const bytes = Buffer.alloc(Math.min(size, MAX_NOTICE_BYTES) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) return bytes.subarray(0, length);
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    // Measured before it is opened: opening a pipe would wait for its writer.
    const { size, isRegular } = await stat(path).then((found) => ({ size: found.size, isRegular: found.isFile() }));
    if (!isRegular) throw new UnreadableNotice({ kind: 'notAFile', path });
    if (size > MAX_NOTICE_BYTES)
      throw new UnreadableNotice({ kind: 'tooLarge', bytes: size, maxBytes: MAX_NOTICE_BYTES });
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = await readBounded(file, size);
    if (bytes.length > MAX_NOTICE_BYTES)
      throw new UnreadableNotice({ kind: 'tooLarge', bytes: bytes.length, maxBytes: MAX_NOTICE_BYTES });
    return bytes;
  } catch (error) {
    throw error instanceof UnreadableNotice ? error : refusalOf(error, path);
  } finally {
    await file?.close();
  }
}

/**
 * What `rectify parse FILE --json` prints. Throws `UnreadableNotice`; its sentences are in `unreadableText`,
 * and the command ends with exit code 2.
 */
export async function parseFile(path: string): Promise<NoticeJson> {
  return noticeJson(parseNotice(textOf(await bytesOf(path))));
}
