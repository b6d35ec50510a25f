/** What a document may take is bounded outside of whatever reads it. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readOnThread } from '../../client/rounds/read-on-thread.ts';
import { pdfOfStream } from '../support/documents/pdf.ts';

test('a stream that unpacks to gigabytes ends its thread, and nothing else', async () => {
  const gigabyte = deflateSync(Buffer.alloc(1_000_000_000, ' '), { level: 1 });
  const twice = deflateSync(gigabyte, { level: 1 });
  const reading = await readOnThread(pdfOfStream(twice, '[/FlateDecode /FlateDecode]'));
  expect(reading).toMatchObject({ unreadable: { kind: expect.stringMatching(/^too(?:Hungry|Slow)$/) as string } });
});

test('a document that takes longer than ten seconds is given up', async () => {
  const operators = deflateSync(Buffer.from('q '.repeat(100_000_000)), { level: 1 });
  expect(await readOnThread(pdfOfStream(operators, '/FlateDecode'))).toMatchObject({
    unreadable: { kind: expect.stringMatching(/^too(?:Hungry|Slow)$/) as string },
  });
});
