/** The keys that payloads are encrypted with (AES-256), as a file holds them. They are read once, and never said or logged. */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '../core/config.ts';

export interface PayloadKey {
  /** Travels readable with each payload, so that keys can be replaced while payloads are kept. */
  readonly id: string;
  readonly secret: KeyObject;
}

export interface PayloadKeys {
  /** New payloads are encrypted with this one. */
  readonly current: PayloadKey;
  /** All that still decrypt, the current one among them. */
  readonly byId: ReadonlyMap<string, PayloadKey>;
}

/** @throws when no keys are configured, or the file holds none: what people write must not travel readable by oversight */
export function payloadKeysOf({ payloadKeysFile }: Pick<Config, 'payloadKeysFile'>): PayloadKeys {
  if (payloadKeysFile === null) throw new Error('RECTIFY_PAYLOAD_KEYS_FILE is needed to encrypt payloads');
  return payloadKeys(readFileSync(payloadKeysFile, 'utf8'));
}

/**
 * @param text a key a line, `id:base64` of 32 bytes; the first is the current one
 * @throws when a line is none, an id comes twice, or there is no key; told by the number of the line, never by its content
 */
export function payloadKeys(text: string): PayloadKeys {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), at: index + 1 }));
  const keys = lines.filter(({ line }) => line !== '').map(({ line, at }) => keyOf(line, at));
  const [current] = keys;
  if (current === undefined) throw new Error('there is no key to encrypt payloads with');
  const byId = new Map(keys.map((key) => [key.id, key]));
  if (byId.size < keys.length) throw new Error('two keys of payloads have one id');
  return { current, byId };
}

const keyBytes = 32;

function keyOf(line: string, at: number): PayloadKey {
  const [, id, base64 = ''] = /^([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (id === undefined || bytes.length !== keyBytes)
    throw new Error(`line ${at} of the keys of payloads is not id:base64 of ${keyBytes} bytes`);
  return { id, secret: createSecretKey(bytes) };
}
