/**
 * Mutations of a document in every format: whatever comes out, it is a text or a refusal. TEST_READER_FUZZ_RUNS=20000 looks
 * longer; TEST_SEED takes other walks.
 */
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';
import { textOf } from '../../../documents/readers/text-of.ts';
import { docxOf } from '../../support/documents/docx.ts';
import { utf16 } from '../../support/documents/encodings.ts';
import { htmlOf } from '../../support/documents/html.ts';
import { pdfOf } from '../../support/documents/pdf.ts';
import { rtfOf } from '../../support/documents/rtf.ts';
import { xlsxOf } from '../../support/documents/xlsx.ts';

const runs = Number(process.env['TEST_READER_FUZZ_RUNS'] ?? 200);
/** No mutation of a small document takes long. */
const mostMs = 2000;

const sample = readFileSync(new URL('../../../documents/sample/notice.md', import.meta.url), 'utf8');
const samples: readonly Uint8Array[] = [
  docxOf(sample),
  xlsxOf(sample),
  Buffer.from(htmlOf(sample)),
  rtfOf(sample),
  pdfOf(sample),
  utf16(sample, true),
];

/** Where, as a share of the length, and what. */
const place = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const byte = fc.nat(255);
type Mutation = (bytes: Uint8Array) => Uint8Array;

const at = (bytes: Uint8Array, share: number): number => Math.floor(share * bytes.length);

const flip = fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 20 }).map((flips): Mutation => (bytes) => {
  const copy = Uint8Array.from(bytes);
  for (const [share, value] of flips) copy[at(copy, share)] = value;
  return copy;
});
const cut = place.map(
  (share): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, share)),
);
const splice = fc.tuple(place, place, place).map(([from, to, into]): Mutation => (bytes) => {
  const piece = bytes.subarray(...[at(bytes, from), at(bytes, to)].toSorted((a, b) => a - b));
  return Buffer.concat([bytes.subarray(0, at(bytes, into)), piece, bytes.subarray(at(bytes, into))]);
});

/** Inside an archive, whose checksums would else end all of it: entries change places, or their bytes change. */
const inside = (inner: fc.Arbitrary<Mutation>) =>
  fc.tuple(inner, fc.nat(9), fc.nat(9)).map(([mutate, one, other]): Mutation => (bytes) => {
    if (bytes[0] !== 0x50) return mutate(bytes);
    const entries = Object.entries(unzipSync(bytes));
    const parts = entries.map(([name, part], index) => {
      const swapped = index === one % entries.length ? (entries[other % entries.length]?.[1] ?? part) : part;
      return [name, index === other % entries.length ? mutate(swapped) : swapped] as const;
    });
    return zipSync(Object.fromEntries(parts), { level: 1 });
  });

const simple = fc.oneof(flip, cut, splice);
const mutated = fc
  .tuple(fc.constantFrom(...samples), fc.array(fc.oneof(simple, inside(simple)), { minLength: 1, maxLength: 3 }))
  .map(([sample, mutations]) =>
    mutations.reduce((bytes, mutate) => {
      try {
        return mutate(bytes);
      } catch {
        // What was broken before is no archive any more.
        return bytes;
      }
    }, sample),
  );

it(
  'a mutated document is read or refused',
  async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const started = performance.now();
        try {
          parseNotice(await textOf(bytes));
          read += 1;
        } catch (error) {
          if (!(error instanceof UnreadableNotice)) throw error;
        }
        expect(performance.now() - started).toBeLessThan(mostMs);
      }),
      { numRuns: runs },
    );
    // Mutations that nothing survives would show little.
    expect(read).toBeGreaterThan(runs / 10);
  },
  60_000 + runs * 100,
);
