/** Where a rehearsal is played: its own worker and server, a clock that jumps, and the product's use cases upon them. */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pino from 'pino';
import type { EvidenceStore, Incoming } from '../context.ts';
import type { TemporalHealth } from '../temporal-health.ts';
import { openContext, type OpenContext } from '../open.ts';
import { parseConfig } from '../../core/config.ts';
import { instant, millis, type Instant } from '../../core/time.ts';

const workerFile = join(import.meta.dirname, '..', '..', 'worker', 'rehearse.ts');

/** Of the worker: it keeps every item at hand, and no more of them are let in. */
const heapMb = 512;

export interface Stage {
  readonly context: OpenContext;
  readonly now: () => Instant;
  /** Lets time pass, and with it whatever it brings. A moment that is over changes nothing. */
  passUntil(moment: Instant): Promise<void>;
  close(): Promise<void>;
}

/** What the worker says. */
interface Shown {
  readonly address?: string;
  readonly nowMs: number;
}

/** @param env the keys, the database and the server of the rehearsal, and nothing that is live */
export async function openStage(env: Readonly<Record<string, string>>): Promise<Stage> {
  const worker = fork(workerFile, { env, execArgv: [`--max-old-space-size=${heapMb}`], stdio: 'inherit' });
  const { address, nowMs } = await heard(worker);
  if (address === undefined) throw new Error('the worker of the rehearsal does not say where its server is');
  let aheadMs = nowMs - Date.now();
  const now = (): Instant => instant(Date.now() + aheadMs);
  const known = { ...env, TEMPORAL_ADDRESS: address };
  const read = parseConfig(known);
  if ('problems' in read) throw new Error(read.problems.map(({ name, code }) => `${name}: ${code}`).join(', '));
  const opened = openContext(read.config, known, { logger: pino({ level: 'silent' }), now });
  return {
    context: { ...opened, store: propertyStore, temporal: { ...opened.temporal, health: wellAsLongAsItLives } },
    now,
    async passUntil(moment) {
      const sleepMs = millis(moment) - millis(now());
      if (sleepMs <= 0) return;
      worker.send({ sleepMs });
      aheadMs = (await heard(worker)).nowMs - Date.now();
    },
    async close() {
      await opened.close();
      const ended = worker.exitCode === null ? once(worker, 'exit') : null;
      worker.disconnect();
      await ended;
    },
  };
}

async function heard(worker: ChildProcess): Promise<Shown> {
  const died = new AbortController();
  const gone = once(worker, 'exit', { signal: died.signal }).then(([code]) => {
    throw new Error(`the worker of the rehearsal ended with ${String(code)}`);
  });
  gone.catch(() => undefined);
  try {
    const [shown] = (await Promise.race([once(worker, 'message', { signal: died.signal }), gone])) as [Shown];
    return shown;
  } finally {
    died.abort();
  }
}

/** This server does not tell who asks it for work. A worker that dies ends the rehearsal. */
const wellAsLongAsItLives = async (): Promise<TemporalHealth> => ({ runs: 'ready', worker: 'ready', failingRuns: 0 });

/** Files of the stage: every one is there, and none has a byte. What is brought is known by what it is for. */
const propertyStore: EvidenceStore = {
  receive: async (_stream, name) => property(name),
  put: async () => true,
  remove: async () => undefined,
  setAside: async () => undefined,
  holdsAside: async () => false,
  sweep: async () => undefined,
  state: async () => 'ready',
  holds: async () => true,
  read: () => Promise.reject(new Error('a rehearsal has no files')),
};

/** @param name no two alike, or they count as one file */
export const property = (name: string): Incoming => ({
  sha256: createHash('sha256').update(name).digest('hex'),
  bytes: 1,
  mediaType: 'text/plain',
  open: () => {
    throw new Error('a rehearsal has no files');
  },
  keep: async () => undefined,
  discard: async () => undefined,
});
