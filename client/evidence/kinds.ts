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
};

const acceptedExtensions: readonly string[] = Object.keys(kinds);

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
  const fits =
    extension === 'txt' ? found === null && (await isText(path)) : found !== null && expected.found.includes(found);
  if (!fits) throw new Refused({ code: 'fileKindDiffers', name, found });
  return expected.mediaType;
}

/** UTF-8 to the last byte, without the zero bytes that no text has. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>)
      if (decoder.decode(chunk, { stream: true }).includes('\0')) return false;
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}
