/**
 * The list of entries at the end of a ZIP archive (APPNOTE.TXT 6.3.10, §4.3.12 and §4.3.16). Names are looked up and never
 * used as paths; sizes are what the archive claims and are held against what comes out.
 */
import { damaged, keepWithin, type Format } from '../limits.ts';
import { UnreadableNotice } from '../../notice/unreadable.ts';

export interface ZipEntry {
  readonly isStored: boolean;
  readonly crc32: number;
  /** Bytes in the archive, and what they claim to become. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where the entry's local header begins, bytes. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** A comment may stand behind the end record. */
const LONGEST_COMMENT = 0xffff;
/** The real number stands in an extra field of 64 bits (§4.5.3). */
const IN_EXTRA = 0xffffffff;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

/** The numbers of 64 bits that stand in for those of 32 which are full, in their order. */
function wideNumbers(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1)
      return Array.from({ length: Math.floor(size / 8) }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      );
    at += 4 + size;
  }
  return [];
}

function entryAt(view: DataView, at: number, format: Format): { name: string; entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw damaged(format);
  const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((by) => view.getUint16(at + by, true));
  const wide = wideNumbers(view, at + CENTRAL_LENGTH + nameLength, extraLength);
  const number = (by: number): number => {
    const narrow = view.getUint32(at + by, true);
    return narrow === IN_EXTRA ? (wide.shift() ?? narrow) : narrow;
  };
  const unpacked = number(24);
  const packed = number(20);
  const offset = number(42);
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new UnreadableNotice({ kind: 'encrypted', format });
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + CENTRAL_LENGTH, nameLength);
  return {
    name: new TextDecoder().decode(nameBytes).replaceAll('\\', '/').replace(/^\/+/, ''),
    entry: {
      isStored: view.getUint16(at + 10, true) === 0,
      crc32: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    },
    next: at + CENTRAL_LENGTH + nameLength + extraLength + commentLength,
  };
}

/** Entries by name; of two with one name the first is kept. @throws UnreadableNotice damaged, encrypted, beyond */
export function directoryOf(bytes: Uint8Array, format: Format): ReadonlyMap<string, ZipEntry> {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  try {
    const end = endOf(view);
    if (end === null) throw damaged(format);
    const count = view.getUint16(end + 10, true);
    keepWithin('entries', count);
    let at = view.getUint32(end + 16, true);
    for (let read = 0; read < count; read += 1) {
      const { name, entry, next } = entryAt(view, at, format);
      if (!entries.has(name)) entries.set(name, entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // An offset that points out of the file.
    if (error instanceof RangeError) throw damaged(format);
    throw error;
  }
}

/** The packed bytes of an entry. @throws UnreadableNotice damaged */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry, format: Format): Uint8Array {
  const view = viewOf(bytes);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(format);
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw damaged(format);
  return bytes.subarray(from, from + packed);
}
