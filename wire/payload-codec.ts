/**
 * Encrypts what travels through Temporal and is kept there: AES-256-GCM (NIST SP 800-38D) with a random nonce for each payload.
 * Outside of the workflows' sandbox, so that their code is the same with any key.
 *
 * Readable stay the key's id and what Temporal itself works with: ids, types, search attributes, times.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { PayloadKey, PayloadKeys } from './payload-keys.ts';
import { UnreadablePayload } from './unreadable-payload.ts';

/** What other SDKs and Temporal's own samples call it. */
const encoding = 'binary/encrypted';
const keyIdName = 'encryption-key-id';

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;

export const payloadCodec = ({ current, byId }: PayloadKeys): PayloadCodec => ({
  encode: async (payloads) => payloads.map((payload) => encrypted(payload, current)),
  decode: async (payloads) => payloads.map((payload) => decrypted(payload, byId)),
});

/** The bytes are nonce, encrypted payload, tag. */
function encrypted(payload: Payload, { id, secret }: PayloadKey): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, secret, nonce);
  const plain = PayloadBytes.encode(payload).finish();
  return {
    metadata: { encoding: Buffer.from(encoding), [keyIdName]: Buffer.from(id) },
    data: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
  };
}

/**
 * One that was written before there were keys passes as it is: nothing rests on its secrecy, and what a person commands is
 * believed for its seal alone.
 *
 * @throws UnreadablePayload
 */
function decrypted(payload: Payload, keys: PayloadKeys['byId']): Payload {
  const { metadata, data } = payload;
  if (text(metadata?.['encoding']) !== encoding) return payload;
  const id = text(metadata?.[keyIdName]);
  const key = keys.get(id);
  if (key === undefined) throw new UnreadablePayload('unknownKey', id);
  try {
    return PayloadBytes.decode(opened(data ?? new Uint8Array(), key));
  } catch (error) {
    throw new UnreadablePayload('changed', id, error instanceof Error ? error : undefined);
  }
}

function opened(sealed: Uint8Array, { secret }: PayloadKey): Buffer {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv(cipherName, secret, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
}

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
