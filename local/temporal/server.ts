import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalProblem } from '../problem.ts';
import { launch, type Running, type Watcher } from '../process.ts';
import { until } from '../ports.ts';
import { answersFor } from './probe.ts';

export interface TemporalOptions {
  /** The Temporal CLI. */
  program: string;
  port: number;
  /** The web UI; none when absent. */
  uiPort?: number;
  /** The file that keeps workflows across restarts; in memory when absent. */
  dbFile?: string;
  logFile: string;
  extraArgs?: readonly string[];
  watchers?: readonly Watcher[];
}

export interface Temporal {
  process: Running;
  address: string;
  stop(): Promise<void>;
}

/** Starts Temporal's development server and waits until its namespace answers. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const address = `127.0.0.1:${options.port}`;
  if (options.dbFile !== undefined) mkdirSync(dirname(options.dbFile), { recursive: true });
  const process = launch(
    { name: 'temporal', command: options.program, args: argsOf(options), logFile: options.logFile },
    options.watchers,
  );
  const stop = async () => void (await process.stop(15_000));
  let ended = false;
  void process.exited.then(() => (ended = true));
  const ready = await until(() => answersFor(address, 'default'), { timeoutMs: 60_000, gaveUp: () => ended });
  if (ready) return { process, address, stop };
  await stop();
  const tail = process.tail();
  if (ended && options.dbFile !== undefined) throw new LocalProblem('temporal-corrupt', { file: options.dbFile, tail });
  throw new LocalProblem('child-slow', { service: 'temporal', seconds: 60, tail, log: options.logFile });
}

/** The journal settings make it three times as fast as its defaults and lose nothing when the process is killed. */
function argsOf(options: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port), '--namespace', 'default'],
    ...(options.uiPort === undefined
      ? ['--headless']
      : ['--ui-port', String(options.uiPort), '--ui-disable-news-fetch']),
    ...(options.dbFile === undefined
      ? []
      : ['--db-filename', options.dbFile, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1']),
    // The rehearsal runs the real workflows with time skipped.
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--log-level', 'error', '--color', 'never'],
    ...(options.extraArgs ?? []),
  ];
}
