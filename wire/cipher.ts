/** AES-256-GCM (NIST SP 800-38D) with a random nonce for each text: nonce, encrypted bytes, tag. */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const name = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** @param about what it belongs to, where it could be put somewhere else: it opens with the same alone */
export function encryptedBytes(plain: Uint8Array, secret: KeyObject, about = ''): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(name, secret, nonce);
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when it is not what was encrypted with this key, about this */
export function decryptedBytes(sealed: Uint8Array, secret: KeyObject, about = ''): Buffer {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv(name, secret, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
}
