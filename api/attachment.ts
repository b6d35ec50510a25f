/** A file as an answer: always as attachment, and whatever is in it, no browser may run it in our name. */
import { z } from 'zod';
import { problem } from './contract.ts';

export interface Attached {
  readonly name: string;
  readonly mediaType: string;
  /** How many there are. */
  readonly length: number;
}

/** Of whatever is sent as a file. */
export const harmless = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'private, no-store',
} as const;

export const attached = ({ name, mediaType, length }: Attached): Readonly<Record<string, string>> => ({
  'content-type': mediaType,
  'content-length': String(length),
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  ...harmless,
});

/** What a route says of such an answer in the document of the API. */
export const theBytes = {
  200: { description: 'The bytes', content: { 'application/octet-stream': { schema: z.any() } } },
  '4xx': problem,
  '5xx': problem,
};
