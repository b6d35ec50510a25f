import { spawn, type Serializable } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A program to run beside us, its words going to a log file. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  logFile: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number | undefined;
  gid?: number | undefined;
  /** Node programs only: opens the channel over which they say that they are ready and notice that we are gone. */
  ipc?: boolean;
  /** The signal this program takes as a polite request to stop. */
  stopSignal?: NodeJS.Signals;
}

/** How a program ended. `error` is set when it could not be started at all. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  error?: Error;
}

/** Someone who must know of every process that lives: the guard that ends them, the lock that remembers them. */
export interface Watcher {
  born(pid: number, name: string, stopSignal: NodeJS.Signals): void;
  gone(pid: number): void;
}

export interface Running {
  name: string;
  pid: number;
  exited: Promise<Exit>;
  /** Settles when the program has gone: politely, or killed when `graceMs` has passed. */
  stop(graceMs: number): Promise<Exit>;
  /** Ends it and all it started, now. */
  kill(): void;
  onMessage(listen: (message: Serializable) => void): void;
  /** The last lines it wrote in this run. */
  tail(lines?: number): string;
}

const logLimitBytes = 5 * 1024 * 1024;

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal then reaches only us, and we end the
 * programs one after the other in the right order.
 */
export function launch(program: Program, watchers: readonly Watcher[] = []): Running {
  const stopSignal = program.stopSignal ?? 'SIGTERM';
  mkdirSync(dirname(program.logFile), { recursive: true });
  rotate(program.logFile);
  const log = openSync(program.logFile, 'a');
  const logStart = statSync(program.logFile).size;
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env ?? process.env,
    uid: program.uid,
    gid: program.gid,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log, ...(program.ipc === true ? (['ipc'] as const) : [])],
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  let ended = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then((exit) => {
    ended = true;
    for (const watcher of watchers) watcher.gone(pid);
    return exit;
  });
  if (pid > 0) for (const watcher of watchers) watcher.born(pid, program.name, stopSignal);

  const kill = () => {
    if (!ended && pid > 0) signalGroup(pid, 'SIGKILL');
  };
  return {
    name: program.name,
    pid,
    exited,
    kill,
    async stop(graceMs) {
      if (!ended) child.kill(stopSignal);
      const timer = setTimeout(kill, graceMs);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
    onMessage(listen) {
      child.on('message', listen);
    },
    tail(lines = 12) {
      return lastLines(readFrom(program.logFile, logStart), lines);
    },
  };
}

/** Sends a signal to a process group; a group that has gone is what was wanted. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Whether a process lives under this id, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isGone(error);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}

export function lastLines(text: string, lines: number): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** The short programs that run now, and whether new ones are still welcome. */
const short = new Set<number>();
let abandoned = false;

/** Ends every short program that runs and refuses new ones: we are going, and nothing may be left behind. */
export function abandonShortPrograms(): void {
  abandoned = true;
  for (const pid of short) signalGroup(pid, 'SIGKILL');
}

/** Runs a short program to its end and gives what it said; `code` is null when it could not start or took too long. */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: {
    timeoutMs: number;
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    uid?: number | undefined;
    gid?: number | undefined;
  },
): Promise<{ code: number | null; output: string; missing: boolean }> {
  if (abandoned) return Promise.resolve({ code: null, output: '', missing: false });
  const { timeoutMs, ...where } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...where,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pid = child.pid;
    if (pid !== undefined) short.add(pid);
    const timer = setTimeout(() => {
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
    }, timeoutMs);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const settle = (code: number | null, missing: boolean) => {
      clearTimeout(timer);
      if (pid !== undefined) short.delete(pid);
      resolve({ code, output, missing });
    };
    child.once('error', (error) => settle(null, 'code' in error && error.code === 'ENOENT'));
    child.once('close', (code) => settle(code, false));
  });
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(file, `${file}.1`);
}

function readFrom(file: string, start: number): string {
  const bytes = readFileSync(file).subarray(start);
  return bytes.subarray(Math.max(0, bytes.length - 16_384)).toString();
}
