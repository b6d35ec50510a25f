/** Our own programs as processes of their own, in production's way, for those who kill or measure them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const programs = { worker: join('worker', 'main.ts'), api: join('api', 'main.ts') } as const;

interface ProgramOptions {
  readonly args?: readonly string[];
  /** What runs the file, and its own arguments: Node, as a rule. */
  readonly execPath?: string;
  readonly flags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Settles when the program says that it is ready. @param path from the top of the project */
export async function startProgram(
  path: string,
  { args = [], execPath = process.execPath, flags = [], env = {} }: ProgramOptions,
): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '..', '..', path), args, {
    execPath,
    execArgv: [...flags],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${path} ended before it was ready`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
