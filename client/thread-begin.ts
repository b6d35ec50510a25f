/** What a thread begins with (thread.ts): the sources that it is given, then its one piece of work. */
import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PlainSources } from './thread-sources.ts';

export interface Beginning {
  readonly module: string;
  readonly sources: PlainSources;
  readonly given: unknown;
}

const { module, sources, given } = workerData as Beginning;

registerHooks({
  load(url, context, next) {
    const source = sources[url];
    if (source !== undefined) return { format: 'module', source, shortCircuit: true };
    if (url.endsWith('.ts')) throw new Error(`a thread of ${module} was not given ${url}`);
    return next(url, context);
  },
});

const { work } = (await import(module)) as { work: (given: unknown) => unknown };
parentPort?.postMessage(await work(given));
