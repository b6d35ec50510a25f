import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandOf } from '../identity.ts';
import { detailOf, LocalProblem } from '../problem.ts';
import { isAlive, runToEnd } from '../process.ts';
import type { Say } from '../progress.ts';
import { until } from '../ports.ts';
import { openFolder, sharedFolder, type Binaries } from './binaries.ts';
import { canReach, type RunAs } from './user.ts';

const majorVersion = '18';

/** Passwords of the two logins. Nobody types them: they keep other users of this machine out. */
export interface Secrets {
  superuser: string;
  owner: string;
}

/** Where the data can lie: in the folder asked for, or, when PostgreSQL's user cannot reach that one, in one it can. */
export function placeFor(folder: string, as: RunAs | undefined, say: Say): string {
  if (canReach(dirname(folder), as)) return folder;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  const instead = join(openFolder(join(sharedFolder, name)), 'postgres');
  say('database-elsewhere', { folder, instead });
  return instead;
}

/** Keeps the passwords in a file only we can read, written before the first database so that none is ever lost. */
export function secretsIn(file: string, folder: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  if (existsSync(join(folder, 'PG_VERSION'))) throw new LocalProblem('database-password', { folder, file });
  const secrets = { superuser: randomBytes(24).toString('hex'), owner: randomBytes(24).toString('hex') };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Whether a database is there already; a folder that is neither empty nor a database of our version is a problem. */
export function holdsDatabase(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) throw new LocalProblem('database-corrupt', { folder, tail: 'PG_VERSION' });
  const found = readFileSync(file, 'utf8').trim();
  if (found !== majorVersion) throw new LocalProblem('database-version', { folder, found, needed: majorVersion });
  return true;
}

/**
 * Makes a database beside its final place and moves it there when it is whole: an interrupted first start leaves
 * nothing that a second one could mistake for a database.
 *
 * Sorting is PostgreSQL's own C.UTF-8, the same on every machine. Characters are classed by the system's UTF-8
 * locale where there is one, because trigram search takes no Chinese character for a letter under plain C.
 */
export async function createDatabaseIn(
  folder: string,
  options: { binaries: Binaries; as: RunAs | undefined; password: string; sync: boolean },
): Promise<void> {
  const { binaries, as, password, sync } = options;
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(dirname(fresh), { recursive: true });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (as !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, as.uid, as.gid);
    const result = await runToEnd(
      binaries.initdb,
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${await utf8Locale()}`,
        ...(sync ? [] : ['--no-sync']),
      ],
      { timeoutMs: 120_000, env: plainEnv(), cwd: dirname(fresh), ...as },
    );
    if (result.code !== 0) throw new LocalProblem('postgres-init', { tail: result.output.trim() });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem('folder-unwritable', { folder: dirname(folder), detail: detailOf(error) });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** PostgreSQL's messages in English and without the caller's own PG… settings. */
export function plainEnv(): NodeJS.ProcessEnv {
  const env = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG',
  );
  return { ...Object.fromEntries(env), LC_ALL: '', LC_MESSAGES: 'C', TZ: 'UTC' };
}

async function utf8Locale(): Promise<string> {
  const listed = await runToEnd('locale', ['-a'], { timeoutMs: 5000 });
  const names = listed.output.split('\n');
  return (
    names.find((name) => /^C\.utf-?8$/i.test(name)) ??
    names.find((name) => /^(en_US|zh_CN)\.utf-?8$/i.test(name)) ??
    'C'
  );
}

/**
 * A supervisor that was killed may have left its PostgreSQL running, or a note of one that no longer runs. We hold
 * the lock of this data folder, so what still runs in it is an orphan: it is asked to stop. A note whose number now
 * belongs to another program is removed, or PostgreSQL would believe it.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandOf(pid).includes(folder)) {
    process.kill(pid, 'SIGINT');
    await until(async () => !isAlive(pid), { timeoutMs: 15_000 });
  }
  rmSync(file, { force: true });
}
