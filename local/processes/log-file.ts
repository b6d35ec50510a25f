/** The log of one program: it grows no further than two files, and its last lines tell why a program ended. */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const mostBytes = 5 * 1024 * 1024;
const tailBytes = 16_384;

/** Opens a log to be added to; one that has grown long is set aside first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last lines that were written after byte `from`. */
export function tailOf(file: string, from: number, lines: number): string {
  const log = openSync(file, 'r');
  try {
    const { size } = fstatSync(log);
    const begin = Math.max(from, size - tailBytes);
    const bytes = Buffer.alloc(Math.max(0, size - begin));
    return lastLines(bytes.toString('utf8', 0, readSync(log, bytes, 0, bytes.length, begin)), lines);
  } finally {
    closeSync(log);
  }
}

export const lastLines = (text: string, lines: number): string => text.trimEnd().split('\n').slice(-lines).join('\n');
