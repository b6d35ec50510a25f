/** Starts a program to run beside us, its words going to a log file, and ends it. */
import { spawn, type Serializable } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { openLog, tailOf } from './log-file.ts';
import { signalGroup } from './signal.ts';

/** Another user of this machine, whom root lends a program to. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly as?: RunAs | null;
  /** Node programs only: opens the channel over which they say that they are ready and notice that we are gone. */
  readonly ipc?: boolean;
  /** The signal this program takes as a polite request to stop. */
  readonly stopSignal?: NodeJS.Signals;
}

/** How a program ended. `error` is set when it could not be started at all. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error?: Error;
}

/** Someone who must know of every process that lives: the guard that ends them, the lock that remembers them. */
export interface Watcher {
  born(pid: number, name: string, stopSignal: NodeJS.Signals): void;
  gone(pid: number): void;
}

export interface Running {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Settles when the program has gone: politely, or killed when `graceMs` has passed. */
  stop(graceMs: number): Promise<Exit>;
  /** Ends it and all it started, now. */
  kill(): void;
  onMessage(listen: (message: Serializable) => void): void;
  /** The last lines it wrote in this run. */
  tail(lines?: number): string;
}

/**
 * Starts it in a process group of its own: a Ctrl-C in the terminal then reaches only us, and we end the programs one
 * after the other in the right order.
 */
export function launch(program: Program, watchers: readonly Watcher[] = []): Running {
  const { name, logFile, stopSignal = 'SIGTERM' } = program;
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env ?? process.env,
    ...program.as,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log, ...(program.ipc === true ? (['ipc'] as const) : [])],
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  let hasEnded = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then((exit) => {
    hasEnded = true;
    for (const watcher of watchers) watcher.gone(pid);
    return exit;
  });
  if (pid > 0) for (const watcher of watchers) watcher.born(pid, name, stopSignal);

  const kill = () => {
    if (!hasEnded && pid > 0) signalGroup(pid, 'SIGKILL');
  };
  return {
    pid,
    exited,
    kill,
    async stop(graceMs) {
      if (!hasEnded) child.kill(stopSignal);
      const timer = setTimeout(kill, graceMs);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
    onMessage: (listen) => void child.on('message', listen),
    tail: (lines = 12) => tailOf(logFile, logStart, lines),
  };
}

/** `code 1`, `SIGKILL`: how a program ended, in the words of every language. */
export const howItEnded = ({ error, signal, code }: Exit): string => error?.message ?? signal ?? `code ${code}`;
