/** The thread of read-aside.ts: one document in, what it says out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from './read-aside.ts';
import { parseNotice } from '../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';

function read(source: string): Reading {
  try {
    return { notice: parseNotice(source) };
  } catch (error) {
    if (error instanceof UnreadableNotice) return { unreadable: error.facts };
    throw error;
  }
}

parentPort?.postMessage(read(workerData as string));
