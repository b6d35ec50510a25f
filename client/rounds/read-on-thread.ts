/**
 * Reads documents on a thread of their own: five megabytes of text take seconds, in which a process that answers people must
 * go on answering. Each document has a thread to itself, which ends with it; one is read at a time. A hostile document ends
 * its own thread, and nothing else.
 */
import pLimit from 'p-limit';
import { startThread } from '../thread.ts';
import type { Notice } from '../../core/round/notice.ts';
import type { Unreadable } from '../../core/round/unreadable.ts';

/** A document as it is kept: its text, and what that says. */
export interface ReadDocument {
  readonly source: string;
  readonly notice: Notice;
  /** Every count of its findings that the text states, in its order. */
  readonly stated: readonly number[];
}

export type Reading = ReadDocument | CannotBeRead;

const megabyte = 1024 * 1024;
/** The heap of a thread, MB. */
const mostHeapMb = 512;
/** Its buffers: they count in no limit of the heap, so they are looked at; one that grows is doubled between two looks. */
const mostBufferMb = 256;
const lookEveryMs = 50;
const maxSeconds = 10;

const tooSlow: Unreadable = { kind: 'tooSlow', maxSeconds };
const tooHungry = (megabytes: number): Unreadable => ({ kind: 'tooHungry', maxBytes: megabytes * megabyte });

const oneAtATime = pLimit(1);

/** @param given a text, or the bytes of a file of any kind */
export const readOnThread = (given: string | Uint8Array): Promise<Reading> =>
  readBy(new URL('./read-thread.ts', import.meta.url), given);

interface CannotBeRead {
  readonly unreadable: Unreadable;
}

/** @param module the thread, which reads what it is given within its limits */
export const readBy = <Read>(module: URL, given: unknown): Promise<Read | CannotBeRead> =>
  oneAtATime(() => reading<Read>(module, given));

async function reading<Read>(module: URL, given: unknown): Promise<Read | CannotBeRead> {
  const { worker, answer } = await startThread<Read | CannotBeRead>(module, given, mostHeapMb);
  let giveUp: (unreadable: Unreadable) => void = () => undefined;
  const givenUp = new Promise<CannotBeRead>((resolve) => (giveUp = (unreadable) => resolve({ unreadable })));
  const look = async (): Promise<void> => {
    // Where it is over already there is nothing to look at.
    const heap = await worker.getHeapStatistics().catch(() => null);
    if (heap !== null && heap.external_memory > mostBufferMb * megabyte) giveUp(tooHungry(mostBufferMb));
  };
  const looking = setInterval(() => void look(), lookEveryMs);
  const limit = setTimeout(() => giveUp(tooSlow), maxSeconds * 1000);
  const read = answer.catch((error: unknown): CannotBeRead => {
    if (isOutOfMemory(error)) return { unreadable: tooHungry(mostHeapMb) };
    throw error;
  });
  try {
    return await Promise.race([read, givenUp]);
  } finally {
    clearTimeout(limit);
    clearInterval(looking);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
