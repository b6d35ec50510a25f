/** A ZIP as it is written: no entry is held whole, and nothing is read before the last bytes are taken. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Entry {
  /** Of letters, digits, `-`, `.` and `/` alone. */
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Compressed already, or too large to be worth it: stored as it is. */
  readonly isPacked: boolean;
}

/** What 32 bits of offset and 16 of count hold, with room for what is beside the evidence. */
export const zipLimits = { bytes: 4_000_000_000, entries: 65_000 } as const;

/** @param at of every entry */
export async function* zipped(entries: AsyncIterable<Entry>, at: Date): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written.push(bytes);
  });
  for await (const { path, content, isPacked } of entries) {
    const file = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = at;
    zip.add(file);
    for await (const bytes of content) {
      file.push(bytes);
      yield* written.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
