/** A request and who gets through with it. */
import type { InjectOptions } from 'fastify';

export interface Case {
  /** Who gets through to the use case. The others hear 401, 403 or, where they may not even see the thing, 404. */
  readonly may: string;
  readonly request: () => Omit<InjectOptions, 'method'>;
}

export const to = (may: string, url: string, payload?: object): Case => ({
  may,
  request: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
});
