/** Secrets that must be read again, and so cannot be kept as hashes: encrypted with the keys that payloads are encrypted with. */
import { decryptedBytes, encryptedBytes } from '../wire/cipher.ts';
import type { PayloadKeys } from '../wire/payload-keys.ts';

export interface Vault {
  /** @param owner whose secret it is: it opens as nobody else's */
  lock(secret: string, owner: string): string;
  /** @throws when its key is not in use any more, or it is not what was locked for this owner */
  open(locked: string, owner: string): string;
  /** False where an older key locked it: whoever opens it locks it anew. */
  isCurrent(locked: string): boolean;
}

/** A locked secret is `key id:base64`. */
export const vaultWith = ({ current, byId }: PayloadKeys): Vault => ({
  lock: (secret, owner) =>
    `${current.id}:${encryptedBytes(Buffer.from(secret), current.secret, owner).toString('base64')}`,
  open: (locked, owner) => {
    const [id = '', base64 = ''] = locked.split(':');
    const key = byId.get(id);
    if (key === undefined) throw new Error(`a secret is locked with key "${id}", which is not in use any more`);
    return decryptedBytes(Buffer.from(base64, 'base64'), key.secret, owner).toString();
  },
  isCurrent: (locked) => locked.startsWith(`${current.id}:`),
});
