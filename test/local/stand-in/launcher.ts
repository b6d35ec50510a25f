import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../local/ports.ts';
import { isAlive } from '../../../local/processes/signal.ts';
import { until } from '../../../local/until.ts';
import { memoryOfTree } from '../../support/memory.ts';

export interface Installation {
  root: string;
  ports: { web: number; mails: number; temporal: number; smtp: number };
  start(env?: NodeJS.ProcessEnv): Attempt;
  /** Started by a shell, as npm does it; the attempt's number is the shell's. */
  startInShell(): Attempt;
  remove(): void;
}

/** One run of the supervisor. */
export interface Attempt {
  pid: number;
  /** Settles with the exit code when it has ended. */
  ended: Promise<number | null>;
  output(): string;
  /** Waits until it says this, or fails with all it said. */
  says(words: string | RegExp, timeoutMs?: number): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** The processes it runs now, from the lock: name and number. */
  children(): { name: string; pid: number }[];
  memory(): number;
}

const main = join(import.meta.dirname, 'main.ts');
const checkout = join(import.meta.dirname, '..', '..', '..');

/** A place of its own on free ports, with a Temporal server from the checkout's cache and stand-ins for our programs. */
export async function installation(): Promise<Installation> {
  const root = mkdtempSync(join(tmpdir(), 'rectify-local-'));
  chmodSync(root, 0o755);
  const ports = { web: await freePort(), mails: await freePort(), temporal: await freePort(), smtp: await freePort() };
  const settings = {
    STAND_IN_ROOT: root,
    RECTIFY_LANG: 'en',
    RECTIFY_CACHE_DIR: join(checkout, '.cache'),
    RECTIFY_TEMPORAL_SOURCES: 'path,pypi',
    PORT: String(ports.web),
    RECTIFY_MAILS_PORT: String(ports.mails),
    RECTIFY_TEMPORAL_PORT: String(ports.temporal),
    RECTIFY_SMTP_PORT: String(ports.smtp),
    RECTIFY_POSTGRES_PORT: String(await freePort()),
    RECTIFY_TEMPORAL_UI_PORT: String(await freePort()),
  };
  const ours = { ...process.env, DATABASE_URL: '', TEMPORAL_ADDRESS: '', SMTP_URL: '' };
  return {
    root,
    ports,
    start: (env = {}) => attempt(root, [process.execPath, main], { ...ours, ...settings, ...env }),
    startInShell() {
      const env = { ...ours, ...settings, npm_lifecycle_event: 'start' };
      return attempt(root, ['/bin/sh', '-c', `'${process.execPath}' '${main}'; true`], env);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function attempt(root: string, [command = '', ...args]: string[], env: NodeJS.ProcessEnv): Attempt {
  const child: ChildProcess = spawn(command, args, { env, stdio: 'pipe' });
  const pid = child.pid ?? 0;
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  return {
    pid,
    ended,
    output: () => output,
    async says(words, timeoutMs = 30_000) {
      const said = async () => (typeof words === 'string' ? output.includes(words) : words.test(output));
      if (!(await until(said, { timeoutMs, gaveUp: () => over })))
        throw new Error(`it did not say ${words}, but:\n${output}`);
    },
    signal: (signal) => void process.kill(pid, signal),
    children() {
      const lock = JSON.parse(readFileSync(join(root, '.data', 'running.json'), 'utf8')) as {
        children: { name: string; pid: number }[];
      };
      return lock.children;
    },
    memory: () => memoryOfTree(pid).totalBytes,
  };
}

/** Whether all of these processes have gone, within the time given. */
export function allGone(children: readonly { pid: number }[], timeoutMs = 100): Promise<boolean> {
  return until(async () => children.every(({ pid }) => !isAlive(pid)), { timeoutMs });
}
