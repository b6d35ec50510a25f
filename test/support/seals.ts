/** The keys of a test process: what the API seals with, the worker believes and payloads are encrypted with, in files as in production. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustedKeysOf } from '../../activities/seal.ts';
import { sealerWith, signerOf } from '../../client/seal.ts';
import { vaultWith } from '../../client/vault.ts';
import { payloadKeysOf } from '../../wire/payload-keys.ts';
import { sealKeys } from '../../local/programs/seal-keys.ts';
import { dataConverterOf } from '../../wire/data-converter.ts';

const folder = mkdtempSync(join(tmpdir(), 'rectify-keys-'));

// One for all test processes: the server that they share hands one the work that another left.
const payloadKeys = join(folder, 'payload.keys');
writeFileSync(payloadKeys, `k1:${Buffer.alloc(32, 7).toString('base64')}\n`);

/** Named as the processes read them. */
export const keyFiles = { ...sealKeys(folder), RECTIFY_PAYLOAD_KEYS_FILE: payloadKeys };

export const signer = signerOf({
  sealKeyFile: keyFiles.RECTIFY_SEAL_KEY_FILE,
  trustedKeysFile: keyFiles.RECTIFY_TRUSTED_KEYS_FILE,
});

export const seal = sealerWith(signer);

export const keys = trustedKeysOf({ trustedKeysFile: keyFiles.RECTIFY_TRUSTED_KEYS_FILE });

export const vault = vaultWith(payloadKeysOf({ payloadKeysFile: keyFiles.RECTIFY_PAYLOAD_KEYS_FILE }));

export const dataConverter = dataConverterOf({ payloadKeysFile: keyFiles.RECTIFY_PAYLOAD_KEYS_FILE });
