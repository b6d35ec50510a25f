/** The pair of keys of one machine: the API seals commands with the one, the worker verifies them with the other. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made at the first start, kept with the data, named as the processes read them. The private key is its owner's alone. */
export function sealKeys(dataFolder: string): {
  readonly RECTIFY_SEAL_KEY_FILE: string;
  readonly RECTIFY_TRUSTED_KEYS_FILE: string;
} {
  const folder = join(dataFolder, 'keys');
  const sealKey = join(folder, 'seal.pem');
  const trustedKeys = join(folder, 'trusted.pem');
  if (!existsSync(trustedKeys)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(sealKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(trustedKeys, publicKey.export({ type: 'spki', format: 'pem' }));
  }
  return { RECTIFY_SEAL_KEY_FILE: sealKey, RECTIFY_TRUSTED_KEYS_FILE: trustedKeys };
}
