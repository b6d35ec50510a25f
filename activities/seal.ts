/** The keys whose seals the ledger believes: public ones, so that nobody who reads them can make a seal. */
import { readFileSync } from 'node:fs';
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Config } from '../core/config.ts';
import { sealText, type Sealed } from '../core/item/seal.ts';

export interface TrustedKeys {
  /** Whether the seal holds for this item, this act, this person and these words. */
  hold(itemId: string, sealed: Sealed): boolean;
}

/** @throws when no keys are configured, or the file holds none */
export function trustedKeysOf({ trustedKeysFile }: Pick<Config, 'trustedKeysFile'>): TrustedKeys {
  if (trustedKeysFile === null) throw new Error('RECTIFY_TRUSTED_KEYS_FILE is needed to verify commands');
  return trustedKeys(readFileSync(trustedKeysFile, 'utf8'));
}

const pemBlock = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/**
 * @param pem one public key or several (SPKI, PEM), so that a new one can be trusted before the old one is given up
 * @throws when a key is no Ed25519 key, or there is none
 */
function trustedKeys(pem: string): TrustedKeys {
  const keys = new Map((pem.match(pemBlock) ?? []).map((block) => keyOf(block)));
  if (keys.size === 0) throw new Error('there is no public key to verify seals with');
  return {
    hold(itemId, { command, seal }) {
      const key = keys.get(seal.keyId);
      if (key === undefined) return false;
      return verify(null, Buffer.from(sealText(itemId, command)), key, Buffer.from(seal.signature, 'base64'));
    },
  };
}

function keyOf(pem: string): readonly [keyId: string, key: KeyObject] {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('a key to verify seals with is an Ed25519 key');
  return [
    createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex')
      .slice(0, 16),
    key,
  ];
}
