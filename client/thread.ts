/** A thread for one piece of work, which ends with it: its one message is the answer. */
import { Worker } from 'node:worker_threads';
import type { Beginning } from './thread-begin.ts';
import { plainSource, plainSources, type PlainSources } from './thread-sources.ts';

export interface Thread<Answer> {
  readonly worker: Worker;
  /** Fails with the thread: in its work, or where it ends without an answer. */
  readonly answer: Promise<Answer>;
}

interface Program {
  readonly begin: URL;
  readonly sources: PlainSources;
}

const programs = new Map<string, Promise<Program>>();

/**
 * @param module exports `work`, which takes what is given and gives the answer
 * @param mostHeapMb of its heap; one that needs more ends
 */
export async function startThread<Answer>(module: URL, given: unknown, mostHeapMb: number): Promise<Thread<Answer>> {
  const { begin, sources } = await programOf(module.href);
  const beginning: Beginning = { module: module.href, sources, given };
  const worker = new Worker(begin, {
    workerData: beginning,
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

/** Made once in a process, or anew where it could not be made. */
function programOf(module: string): Promise<Program> {
  const made = programs.get(module) ?? program(module);
  programs.set(module, made);
  made.catch(() => programs.delete(module));
  return made;
}

async function program(module: string): Promise<Program> {
  const begin = await plainSource(new URL('./thread-begin.ts', import.meta.url).href);
  return { begin: new URL(`data:text/javascript,${encodeURIComponent(begin)}`), sources: await plainSources(module) };
}
