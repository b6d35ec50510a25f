/** The thread of read-on-thread.ts: one document in, what it says out. */
import { constants, platform, setPriority } from 'node:os';
import type { Reading } from './read-on-thread.ts';
import { readNotice } from '../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';
import { textOf } from '../../documents/readers/text-of.ts';

// Behind whoever waits for an answer. Only Linux counts a thread by itself; elsewhere this would be said of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);

export async function work(given: string | Uint8Array): Promise<Reading> {
  try {
    const source = typeof given === 'string' ? given : await textOf(given);
    return { source, ...readNotice(source) };
  } catch (error) {
    if (error instanceof UnreadableNotice) return { unreadable: error.facts };
    throw error;
  }
}
