/** The keys of a test process: what the API seals with and the worker believes, in files as in production. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustedKeysOf } from '../../activities/seal.ts';
import { sealerWith, signerOf } from '../../client/seal.ts';
import { sealKeys } from '../../local/programs/seal-keys.ts';

/** Named as the processes read them. */
export const keyFiles = sealKeys(mkdtempSync(join(tmpdir(), 'rectify-keys-')));

export const signer = signerOf({ sealKeyFile: keyFiles.RECTIFY_SEAL_KEY_FILE });

export const seal = sealerWith(signer);

export const keys = trustedKeysOf({ trustedKeysFile: keyFiles.RECTIFY_TRUSTED_KEYS_FILE });
