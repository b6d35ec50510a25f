/** The API's seal on a command: made where the signed-in person is known, verified by the ledger. */
import { readFileSync } from 'node:fs';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { sealText, type Sealed } from '../core/item/seal.ts';
import type { Config } from '../core/config.ts';
import type { ItemCommand } from '../core/item/command.ts';

export type Sealer = <Command extends ItemCommand>(itemId: string, command: Command) => Sealed<Command>;

/** @throws when no key is configured, or the file holds none: a process that cannot seal cannot serve */
export function sealerOf({ sealKeyFile }: Pick<Config, 'sealKeyFile'>): Sealer {
  if (sealKeyFile === null) throw new Error('RECTIFY_SEAL_KEY_FILE is needed to seal commands');
  return openSealer(readFileSync(sealKeyFile, 'utf8'));
}

/**
 * @param pem the private key (Ed25519, PKCS #8, PEM)
 * @throws when it is none
 */
function openSealer(pem: string): Sealer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key to seal with is an Ed25519 key');
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  return (itemId, command) => ({
    command,
    seal: { keyId, signature: sign(null, Buffer.from(sealText(itemId, command)), key).toString('base64') },
  });
}
