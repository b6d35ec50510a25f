/** How values become what travels, the same for whoever asks and whoever does the work. */
import { join } from 'node:path';
import type { PayloadCodec } from '@temporalio/common';
import { payloadCodec } from './payload-codec.ts';
import { payloadKeysOf } from './payload-keys.ts';
import type { Config } from '../core/config.ts';

/** The bundle of the workflows needs it too, by its path. */
export const failureConverterPath = join(import.meta.dirname, 'failures.ts');

export interface OurDataConverter {
  readonly payloadCodecs: [PayloadCodec];
  readonly failureConverterPath: string;
}

/** @throws when no keys are configured, or the file holds none */
export const dataConverterOf = (config: Pick<Config, 'payloadKeysFile'>): OurDataConverter => ({
  payloadCodecs: [payloadCodec(payloadKeysOf(config))],
  failureConverterPath,
});
