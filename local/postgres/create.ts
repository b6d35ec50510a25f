/** The first database of an installation. */
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { detailOf, LocalProblem } from '../problem.ts';
import type { RunAs } from '../processes/launch.ts';
import { runToEnd } from '../processes/short.ts';
import { plainEnv } from './plain-env.ts';
import { isFullDisk } from './why-not.ts';

export interface CreateOptions {
  readonly initdb: string;
  readonly as: RunAs | null;
  readonly password: string;
  /** Whether it waits until the disk has it. */
  readonly sync: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a database beside its final place and moves it there when it is whole: an interrupted first start leaves
 * nothing that a second one could mistake for a database.
 */
export async function createDatabaseIn(folder: string, options: CreateOptions): Promise<void> {
  const { as, password } = options;
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(dirname(fresh), { recursive: true });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (as !== null) for (const path of [fresh, passwordFile]) chownSync(path, as.uid, as.gid);
    await initdb(fresh, passwordFile, options);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (error instanceof LocalProblem) throw error;
    const detail = detailOf(error);
    throw new LocalProblem(
      isFullDisk(detail)
        ? { code: 'diskFull', folder: dirname(folder), tail: detail }
        : { code: 'folderUnwritable', folder: dirname(folder), detail },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Sorting is PostgreSQL's own C.UTF-8, the same on every machine. Characters are classed by the system's UTF-8 locale
 * where there is one, because trigram search takes no Chinese character for a letter under plain C.
 */
async function initdb(folder: string, passwordFile: string, options: CreateOptions): Promise<void> {
  const { as, sync, signal } = options;
  const args = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${await utf8Locale(signal)}`,
    ...(sync ? [] : ['--no-sync']),
  ];
  const where = { env: plainEnv(), cwd: dirname(folder), as, signal };
  const { code, output } = await runToEnd(options.initdb, args, { timeoutMs: 120_000, ...where });
  if (code === 0) return;
  const tail = output.trim();
  if (isFullDisk(tail)) throw new LocalProblem({ code: 'diskFull', folder: dirname(folder), tail });
  throw new LocalProblem({ code: 'postgresInit', tail });
}

async function utf8Locale(signal: AbortSignal | undefined): Promise<string> {
  const { output } = await runToEnd('locale', ['-a'], { timeoutMs: 5000, signal });
  const names = output.split('\n');
  return (
    names.find((name) => /^C\.utf-?8$/i.test(name)) ??
    names.find((name) => /^(en_US|zh_CN)\.utf-?8$/i.test(name)) ??
    'C'
  );
}
