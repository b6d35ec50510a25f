/** Short programs: run to their end, and asked for what they said. */
import { spawn } from 'node:child_process';
import type { RunAs } from './launch.ts';
import { signalGroup } from './signal.ts';

export interface ShortOptions {
  readonly timeoutMs: number;
  /** When we are going the program is ended, and a new one is not begun: nothing may be left behind. */
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly as?: RunAs | null;
}

export interface ShortEnd {
  /** Null when it could not start, took too long or was ended. */
  readonly code: number | null;
  readonly output: string;
  /** There is no such program on this machine. */
  readonly isMissing: boolean;
}

export function runToEnd(command: string, args: readonly string[], options: ShortOptions): Promise<ShortEnd> {
  const { timeoutMs, signal, as, ...where } = options;
  if (signal?.aborted === true) return Promise.resolve({ code: null, output: '', isMissing: false });
  return new Promise((resolve) => {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { ...where, ...as, detached: true, windowsHide: true, stdio });
    const end = () => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    };
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const settle = (code: number | null, isMissing: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve({ code, output, isMissing });
    };
    child.once('error', (error) => settle(null, 'code' in error && error.code === 'ENOENT'));
    child.once('close', (code) => settle(code, false));
  });
}
