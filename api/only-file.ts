/** The one file of a multipart body. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../client/refused.ts';
import { maxFileBytes } from '../documents/readers/limits.ts';

interface Options<Received> {
  /** What was received, where the request is refused after all. */
  readonly discard?: (received: Received) => Promise<void>;
  /** Of a file that is no evidence; one byte more is given to `receive`, so that it sees that there are more. */
  readonly mostBytes?: number;
}

/** A document is read whole, and none is larger than may be read. @throws Refused noticeUnreadable tooLarge */
export const onlyDocument = (request: FastifyRequest): Promise<GivenDocument> =>
  onlyFile(request, documentOf, { mostBytes: maxFileBytes });

interface GivenDocument {
  readonly name: string;
  readonly bytes: Buffer;
}

async function documentOf({ file, filename }: MultipartFile): Promise<GivenDocument> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxFileBytes) chunks.push(chunk);
  }
  if (bytes > maxFileBytes)
    throw new Refused({ code: 'noticeUnreadable', unreadable: { kind: 'tooLarge', bytes, maxBytes: maxFileBytes } });
  return { name: filename, bytes: Buffer.concat(chunks) };
}

/** What stands beside a file is not looked at. */
const besides = { files: 1, fields: 10, fieldSize: 10_000 };

/**
 * Reads the request to its end: a second file is refused before the first is kept.
 * @param receive takes the file in
 * @throws Refused severalFiles, fileMissing, and what `receive` throws
 */
export async function onlyFile<Received>(
  request: FastifyRequest,
  receive: (part: MultipartFile) => Promise<Received>,
  { discard = async () => undefined, mostBytes }: Options<Received> = {},
): Promise<Received> {
  const found: Received[] = [];
  const options = mostBytes === undefined ? {} : { limits: { ...besides, fileSize: mostBytes + 1 } };
  try {
    for await (const part of request.files(options)) {
      if (found.length > 0) throw new Refused({ code: 'severalFiles', given: 2 });
      found.push(await receive(part));
    }
  } catch (error) {
    for (const received of found) await discard(received);
    throw error;
  }
  const [received] = found;
  if (received === undefined) throw new Refused({ code: 'fileMissing' });
  return received;
}
