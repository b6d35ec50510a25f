/** A thread for one piece of work, which ends with it: its one message is the answer. */
import { Worker } from 'node:worker_threads';

export interface Thread<Answer> {
  readonly worker: Worker;
  /** Fails with the thread: in its work, or where it ends without an answer. */
  readonly answer: Promise<Answer>;
}

/** @param mostHeapMb of its heap; one that needs more ends */
export function startThread<Answer>(module: URL, given: unknown, mostHeapMb: number): Thread<Answer> {
  const worker = new Worker(module, {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    // After an answer this changes nothing.
    worker.once('exit', (code) => reject(new Error(`a thread of ${module.pathname} ended with ${code}`)));
  });
  return { worker, answer };
}
