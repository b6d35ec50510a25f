import { randomBytes } from 'node:crypto';
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { failureConverter } from '../../wire/failures.ts';
import { payloadCodec } from '../../wire/payload-codec.ts';
import { payloadKeys } from '../../wire/payload-keys.ts';
import { UnreadablePayload } from '../../wire/unreadable-payload.ts';

const line = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [first, second] = [line('k1'), line('k2')];
const under = (...lines: readonly string[]) => payloadCodec(payloadKeys(lines.join('\n')));
const sentence = '固定资产未登记，王小明负责。';

async function encrypted(...lines: readonly string[]): Promise<Payload> {
  const [payload] = await under(...lines).encode([defaultPayloadConverter.toPayload({ sentence })]);
  if (payload === undefined) throw new Error('nothing came of it');
  return payload;
}

const bytesOf = ({ data }: Payload): Buffer => Buffer.from(data ?? []);

async function read(payload: Payload, ...lines: readonly string[]): Promise<unknown> {
  const [plain] = await under(...lines).decode([payload]);
  return plain === undefined ? undefined : defaultPayloadConverter.fromPayload(plain);
}

describe('a payload', () => {
  it('comes back as it was, and shows nothing but its key and that it is encrypted on the way', async () => {
    const payload = await encrypted(first);
    expect(await read(payload, first)).toEqual({ sentence });
    expect(bytesOf(payload).includes(sentence)).toBe(false);
    const shown = Object.entries(payload.metadata ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    expect(shown).toEqual([
      ['encoding', 'binary/encrypted'],
      ['encryption-key-id', 'k1'],
    ]);
  });

  it('is never encrypted twice in the same way', async () => {
    const nonces = await Promise.all(Array.from({ length: 50 }, () => encrypted(first)));
    expect(new Set(nonces.map((payload) => bytesOf(payload).subarray(0, 12).toString('hex'))).size).toBe(50);
  });

  it('is written under the first key, and read under each that is left', async () => {
    const old = await encrypted(first);
    const young = await encrypted(second, first);
    expect(Buffer.from(young.metadata?.['encryption-key-id'] ?? []).toString()).toBe('k2');
    for (const payload of [old, young]) expect(await read(payload, second, first)).toEqual({ sentence });
  });

  it('of a key that is gone is told by the id of that key', async () => {
    await expect(read(await encrypted(first), second)).rejects.toMatchObject({
      name: 'UnreadablePayload',
      reason: 'unknownKey',
      keyId: 'k1',
    });
  });

  it('that was changed, cut or given to another key is told as such, wherever it was changed', async () => {
    const payload = await encrypted(first, second);
    const bytes = bytesOf(payload);
    const changed = Array.from(bytes.keys(), (at) => {
      const data = Buffer.from(bytes);
      data.writeUInt8(data.readUInt8(at) ^ 1, at);
      return { ...payload, data };
    });
    const cut = [0, 11, 12, 27, 28, bytes.length - 1].map((end) => ({ ...payload, data: bytes.subarray(0, end) }));
    const anothers = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('k2') } };
    for (const wrong of [...changed, ...cut, anothers, { metadata: payload.metadata ?? {} }])
      await expect(read(wrong, first, second)).rejects.toMatchObject({
        name: 'UnreadablePayload',
        reason: 'changed',
      });
  });

  it('from before there were keys is read as it is', async () => {
    expect(await read(defaultPayloadConverter.toPayload({ sentence }), first)).toEqual({ sentence });
  });
});

describe('a failure', () => {
  it('keeps its type, and hides its words, its details and its stack until it is read', async () => {
    const codec = under(first);
    const refusal = { code: 'textTooShort', given: sentence };
    const written = failureConverter.errorToFailure(
      ApplicationFailure.nonRetryable(sentence, 'textTooShort', refusal),
      defaultPayloadConverter,
    );
    expect(written).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
    expect(written.applicationFailureInfo?.type).toBe('textTooShort');
    const { encodedAttributes, ...rest } = written;
    if (encodedAttributes === undefined || encodedAttributes === null) throw new Error('its words are lost');
    const [words] = await codec.decode(await codec.encode([encodedAttributes]));
    const readAgain = failureConverter.failureToError(
      { ...rest, ...(words === undefined ? {} : { encodedAttributes: words }) },
      defaultPayloadConverter,
    );
    expect(readAgain).toMatchObject({ message: sentence, type: 'textTooShort', details: [refusal] });
  });
});

describe('the file of keys', () => {
  it('may have empty lines, and the first key is the current one', () => {
    const keys = payloadKeys(`\n${first}\r\n\n${second}\n`);
    expect([keys.current.id, [...keys.byId.keys()]]).toEqual(['k1', ['k1', 'k2']]);
  });

  it.each([
    ['no key', '\n', 'there is no key'],
    ['a line of another form', `${first}\nnot a key`, 'line 2'],
    ['a key that is too short', `k9:${randomBytes(16).toString('base64')}`, 'line 1'],
    ['a key without an id', `:${randomBytes(32).toString('base64')}`, 'line 1'],
    ['one id twice', `${first}\n${line('k1')}`, 'two keys'],
  ])('with %s is refused, and not quoted', (_what, text, told) => {
    const refused = () => payloadKeys(text);
    expect(refused).toThrow(told);
    const secrets = text.split(/[\n:]/).filter((part) => part.length > 10);
    expect(secrets.filter((part) => errorOf(refused).includes(part))).toEqual([]);
  });

  it('is never said, not even by an error that goes into a log whole', async () => {
    const error: unknown = await read(await encrypted(first), second).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadablePayload);
    const said = JSON.stringify(error, Object.getOwnPropertyNames(error)) + JSON.stringify(payloadKeys(first).current);
    for (const secret of [first, second]) expect(said).not.toContain(secret.split(':')[1]);
  });
});

function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  throw new Error('it was not refused');
}
