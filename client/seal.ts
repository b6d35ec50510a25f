/** What the API signs: each command where the signed-in person is known, and each anchor of the ledger. */
import { readFileSync } from 'node:fs';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { sealText, type Seal, type Sealed } from '../core/item/seal.ts';
import type { Config } from '../core/config.ts';
import type { ItemCommand } from '../core/item/command.ts';

export type Sealer = <Command extends ItemCommand>(itemId: string, command: Command) => Sealed<Command>;

export interface Signer {
  sign(text: string): Seal;
  /** Null where another key signed, of which only the public half may be left somewhere. */
  holds(text: string, seal: Seal): boolean | null;
  /** Whose seals are believed, its own among them (SPKI, PEM). */
  readonly publicKeys: string;
}

/** @throws when no key is configured, or the file holds none: a process that cannot seal cannot serve */
export function signerOf({ sealKeyFile, trustedKeysFile }: KeyFiles): Signer {
  if (sealKeyFile === null) throw new Error('RECTIFY_SEAL_KEY_FILE is needed to seal commands');
  const trusted = trustedKeysFile === null ? '' : readFileSync(trustedKeysFile, 'utf8');
  return openSigner(readFileSync(sealKeyFile, 'utf8'), trusted);
}

type KeyFiles = Pick<Config, 'sealKeyFile' | 'trustedKeysFile'>;

/** A command travels with the seal that its item, its person and its words were signed with. */
export const sealerWith =
  (signer: Signer): Sealer =>
  (itemId, command) => ({ command, seal: signer.sign(sealText(itemId, command)) });

/**
 * @param pem the private key (Ed25519, PKCS #8, PEM)
 * @param trusted public keys of other times (SPKI, PEM)
 * @throws when it is none
 */
function openSigner(pem: string, trusted: string): Signer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key to seal with is an Ed25519 key');
  const publicKey = createPublicKey(key);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  const own = String(publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    publicKeys: trusted.includes(own.trim()) ? trusted : `${own}${trusted}`,
    sign: (text) => ({ keyId, signature: sign(null, Buffer.from(text), key).toString('base64') }),
    holds: (text, seal) =>
      seal.keyId === keyId ? verify(null, Buffer.from(text), publicKey, Buffer.from(seal.signature, 'base64')) : null,
  };
}
