import { LocalProblem } from './problem.ts';
import { launch, type Exit, type Running, type Watcher } from './process.ts';

/**
 * How our own programs, the worker and the API, run below the supervisor.
 *
 * - They get DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL, PORT and the caller's other variables.
 * - They say `process.send({ ready: true, lines?: string[] })` once they serve; the lines are shown to the person.
 * - They end in good order on SIGTERM, and on `disconnect`, which means that the supervisor is gone.
 */
export interface AppOptions {
  name: string;
  file: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  watchers: readonly Watcher[];
  timeoutMs: number;
}

export interface App {
  process: Running;
  /** What it wants to be shown to the person. */
  lines: string[];
}

/** Starts one of our programs and waits until it says that it is ready. */
export async function startApp(options: AppOptions): Promise<App> {
  const { name, logFile, timeoutMs } = options;
  const process = launchNode(options, true);
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<string[]>((resolve) => {
    process.onMessage((message) => {
      if (isReady(message)) resolve(message.lines ?? []);
    });
  });
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), timeoutMs)));
  const outcome = await Promise.race([ready, late, process.exited.then(howItEnded)]);
  clearTimeout(timer);
  if (Array.isArray(outcome)) return { process, lines: outcome };
  await process.stop(5000);
  const facts = { service: name, tail: process.tail(), log: logFile };
  throw outcome === 'late'
    ? new LocalProblem('child-slow', { ...facts, seconds: Math.round(timeoutMs / 1000) })
    : new LocalProblem('child-died', { ...facts, how: outcome });
}

/** Runs one of our programs that does one thing and ends; gives what it wrote last when it ended badly. */
export async function runScript(options: Omit<AppOptions, 'timeoutMs'>): Promise<{ failed: boolean; tail: string }> {
  const process = launchNode(options, false);
  const { code } = await process.exited;
  return { failed: code !== 0, tail: process.tail() };
}

/** `code 1`, `SIGKILL`: how a program ended, in the words of every language. */
export function howItEnded(exit: Exit): string {
  return exit.error?.message ?? exit.signal ?? `code ${exit.code}`;
}

function launchNode(options: Omit<AppOptions, 'timeoutMs'>, ipc: boolean): Running {
  const { name, file, env, logFile, watchers } = options;
  return launch({ name, command: process.execPath, args: [file], env, logFile, ipc }, watchers);
}

function isReady(message: unknown): message is { ready: true; lines?: string[] } {
  if (typeof message !== 'object' || message === null) return false;
  if (!('ready' in message) || message.ready !== true) return false;
  return (
    !('lines' in message) || (Array.isArray(message.lines) && message.lines.every((line) => typeof line === 'string'))
  );
}
