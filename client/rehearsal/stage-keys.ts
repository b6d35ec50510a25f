/** Keys for one rehearsal, in a folder that goes with it: what is sealed and encrypted there is nobody's elsewhere. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StageKeys {
  readonly env: Readonly<Record<string, string>>;
  forget(): Promise<void>;
}

export async function makeStageKeys(): Promise<StageKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-rehearsal-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = {
    RECTIFY_SEAL_KEY_FILE: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    RECTIFY_TRUSTED_KEYS_FILE: publicKey.export({ type: 'spki', format: 'pem' }),
    RECTIFY_PAYLOAD_KEYS_FILE: `rehearsal:${randomBytes(32).toString('base64')}\n`,
  };
  const env: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    env[name] = join(folder, name);
    await writeFile(join(folder, name), text, { mode: 0o600 });
  }
  return { env, forget: () => rm(folder, { recursive: true, force: true }) };
}
