/**
 * Reads documents on a thread of their own: five megabytes of text take seconds, in which a process that answers people must
 * go on answering. Each document has a thread to itself, which ends with it; one is read at a time.
 */
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { Refused } from '../refused.ts';
import type { Notice } from '../../core/round/notice.ts';
import type { Unreadable } from '../../core/round/unreadable.ts';

export type Reading = { readonly notice: Notice } | { readonly unreadable: Unreadable };

/** What a thread may use, MB: a hostile document ends its own thread, and nothing else. */
const mostMb = 512;

const oneAtATime = pLimit(1);

/** @throws Refused noticeUnreadable */
export async function readAside(source: string): Promise<Notice> {
  const reading = await oneAtATime(() => readOnThread(source));
  if ('unreadable' in reading) throw new Refused({ code: 'noticeUnreadable', unreadable: reading.unreadable });
  return reading.notice;
}

function readOnThread(source: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./read-thread.ts', import.meta.url), {
      workerData: source,
      resourceLimits: { maxOldGenerationSizeMb: mostMb },
    });
    thread.once('message', resolve);
    thread.once('error', reject);
    // After an answer this changes nothing.
    thread.once('exit', (code) => reject(new Error(`the thread that reads documents ended with ${code}`)));
  });
}
