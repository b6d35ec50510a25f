/**
 * Runs a part of ours in a thread of its own: cheaper than a process, and what ends it, such as a mail it cannot bear, ends it
 * alone.
 */
import { closeSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Exit, Running } from './launch.ts';
import { openLog } from './log-file.ts';

export interface ThreadOptions {
  readonly file: string;
  readonly data: unknown;
  readonly logFile: string;
}

/** A thread says `ready` once it serves, and ends in good order when it is sent `stop`. */
export interface Thread extends Pick<Running, 'exited' | 'tail' | 'stop'> {
  /** Settles when it is ready, or with its end. */
  readonly ready: Promise<'ready' | Exit>;
}

const mostHeapMb = 256;

export function startThread({ file, data, logFile }: ThreadOptions): Thread {
  const worker = new Worker(file, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostHeapMb } });
  let said = '';
  worker.on('error', (error: unknown) => {
    said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  const exited = new Promise<Exit>((resolve) => {
    worker.once('exit', (code) => {
      if (said !== '') note(logFile, said);
      resolve({ code, signal: null });
    });
  });
  const ready = Promise.race([
    exited,
    new Promise<'ready'>((resolve) =>
      worker.on('message', (message) => {
        if (message === 'ready') resolve('ready');
      }),
    ),
  ]);
  return {
    ready,
    exited,
    tail: () => said,
    async stop(graceMs) {
      worker.postMessage('stop');
      const timer = setTimeout(() => void worker.terminate(), graceMs);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
  };
}

function note(logFile: string, text: string): void {
  const log = openLog(logFile);
  try {
    writeSync(log, `${new Date().toISOString()} ${text}\n`);
  } finally {
    closeSync(log);
  }
}
