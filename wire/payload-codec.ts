/**
 * Encrypts what travels through Temporal and is kept there: a nonce for each payload.
 * Outside of the workflows' sandbox, so that their code is the same with any key.
 *
 * Readable stay the key's id and what Temporal itself works with: ids, types, search attributes, times.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { decryptedBytes, encryptedBytes } from './cipher.ts';
import type { PayloadKey, PayloadKeys } from './payload-keys.ts';
import { UnreadablePayload } from './unreadable-payload.ts';

/** What other SDKs and Temporal's own samples call it. */
const encoding = 'binary/encrypted';
const keyIdName = 'encryption-key-id';

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;

export const payloadCodec = ({ current, byId }: PayloadKeys): PayloadCodec => ({
  encode: async (payloads) => payloads.map((payload) => encrypted(payload, current)),
  decode: async (payloads) => payloads.map((payload) => decrypted(payload, byId)),
});

const encrypted = (payload: Payload, { id, secret }: PayloadKey): Payload => ({
  metadata: { encoding: Buffer.from(encoding), [keyIdName]: Buffer.from(id) },
  data: encryptedBytes(PayloadBytes.encode(payload).finish(), secret),
});

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
    return PayloadBytes.decode(decryptedBytes(data ?? new Uint8Array(), key.secret));
  } catch (error) {
    throw new UnreadablePayload('changed', id, error instanceof Error ? error : undefined);
  }
}

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
