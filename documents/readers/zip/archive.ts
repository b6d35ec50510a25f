/** A ZIP archive → the entries that are asked for, unpacked within limits and held against their checksums. */
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { directoryOf, packedBytes, type ZipEntry } from './directory.ts';
import { damaged, keepWithin, type Format } from '../limits.ts';
import { UnreadableNotice } from '../../notice/unreadable.ts';

export interface Archive {
  readonly names: readonly string[];
  /** Null where there is no such entry. @throws UnreadableNotice damaged, beyond */
  readonly read: (name: string) => Uint8Array | null;
}

/** One piece becomes at most a thousand times as much before it is counted. */
const PIECE = 8 * 1024;
/** Short entries of one sentence over and over are harmless. */
const RATIO_FROM = 1024 * 1024;

/** Counts while it unpacks: what an entry claims of its size is only held against the outcome. */
function inflate(packed: Uint8Array, { unpacked }: ZipEntry, before: number, format: Format): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    keepWithin('unpackedBytes', before + length);
    if (length > RATIO_FROM) keepWithin('ratio', Math.floor(length / Math.max(1, packed.length)));
    if (length > unpacked) throw damaged(format);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableNotice ? error : damaged(format);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @throws UnreadableNotice damaged, encrypted, beyond */
export function archiveOf(bytes: Uint8Array, format: Format): Archive {
  const entries = directoryOf(bytes, format);
  let sum = 0;
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const packed = packedBytes(bytes, entry, format);
    keepWithin('unpackedBytes', sum + (entry.isStored ? packed.length : 0));
    const unpacked = entry.isStored ? packed : inflate(packed, entry, sum, format);
    if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc32) throw damaged(format);
    sum += unpacked.length;
    return unpacked;
  };
  return { names: [...entries.keys()], read };
}
