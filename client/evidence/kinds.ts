/**
 * Which files are accepted as evidence, and whether a file is what its name says. Judged by the bytes; the media type that
 * the browser sends is not even looked at.
 */
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { Refused } from '../refused.ts';

interface Kind {
  /** What the file is served as. */
  readonly mediaType: string;
  /** What the bytes may look like. */
  readonly found: readonly string[];
}

const ole = ['application/x-cfb'];
const kind = (mediaType: string, found: readonly string[] = [mediaType]): Kind => ({ mediaType, found });
const office = 'application/vnd.openxmlformats-officedocument';

/** By extension. Archives and web pages are left out on purpose: nobody can see what is in them. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: kind('application/pdf'),
  docx: kind(`${office}.wordprocessingml.document`),
  xlsx: kind(`${office}.spreadsheetml.sheet`),
  pptx: kind(`${office}.presentationml.presentation`),
  doc: kind('application/msword', ole),
  xls: kind('application/vnd.ms-excel', ole),
  ppt: kind('application/vnd.ms-powerpoint', ole),
  wps: kind('application/vnd.ms-works', ole),
  et: kind('application/vnd.ms-excel', ole),
  png: kind('image/png', ['image/png', 'image/apng']),
  jpg: kind('image/jpeg'),
  jpeg: kind('image/jpeg'),
  gif: kind('image/gif'),
  webp: kind('image/webp'),
  heic: kind('image/heic', ['image/heic', 'image/heif']),
  mp4: kind('video/mp4', ['video/mp4', 'video/x-m4v']),
  txt: kind('text/plain', []),
  csv: kind('text/csv', []),
  /** The national format of fixed pages (GB/T 33190): a ZIP with its root document under a name of its own. */
  ofd: kind('application/ofd', ['application/zip', 'application/ofd']),
};

export const acceptedExtensions: readonly string[] = Object.keys(kinds);

/**
 * @returns the media type to serve the file as
 * @throws Refused fileKindNotAccepted, fileKindDiffers
 */
export async function mediaTypeOf(path: string, name: string): Promise<string> {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const expected = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
  if (expected === undefined)
    throw new Refused({ code: 'fileKindNotAccepted', name, allowed: acceptedExtensions.join(', ') });
  const found = (await fileTypeFromFile(path))?.mime ?? null;
  if (!(await fits(extension, expected, found, path))) throw new Refused({ code: 'fileKindDiffers', name, found });
  return expected.mediaType;
}

async function fits(
  extension: string,
  { found: expected }: Kind,
  found: string | null,
  path: string,
): Promise<boolean> {
  if (extension === 'txt' || extension === 'csv') return found === null && (await isText(path));
  if (found === null || !expected.includes(found)) return false;
  return extension !== 'ofd' || hasEntry(path, 'OFD.xml');
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const noText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** Text as offices have it: UTF-8, or what their older programs write (GB 18030, of which GBK is a part). */
const isText = async (path: string): Promise<boolean> =>
  (await isTextIn('utf-8', path)) || (await isTextIn('gb18030', path));

/** To the last byte, without the control characters that no text has. */
async function isTextIn(encoding: string, path: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>)
      if (noText.test(decoder.decode(chunk, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}

/** The directory of a ZIP stands at its end: so much of it is read. */
const directoryBytes = 1024 * 1024;

/** Whether a ZIP names an entry in its directory (PKWARE APPNOTE 4.3.12). Nothing is unpacked. */
async function hasEntry(path: string, name: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, directoryBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const header = Buffer.from('PK\x01\x02', 'latin1');
    for (let at = buffer.indexOf(header); at >= 0 && at + 46 <= length; at = buffer.indexOf(header, at + 4))
      if (buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28)) === name) return true;
    return false;
  } finally {
    await file.close();
  }
}
