import { join } from 'node:path';
import pg from 'pg';
import { LocalProblem } from '../problem.ts';
import { launch, type Running, type Watcher } from '../process.ts';
import { silent, type Say } from '../progress.ts';
import { until } from '../ports.ts';
import { withConnection } from './connection.ts';
import { findBinaries } from './binaries.ts';
import { clearLeftovers, createDatabaseIn, holdsDatabase, placeFor, plainEnv, secretsIn } from './folder.ts';
import { runAs } from './user.ts';

export interface PostgresOptions {
  /** The data folder; made when it is not there. */
  folder: string;
  port: number;
  logFile: string;
  secretsFile: string;
  /** Tests give up safety against a power cut for speed. */
  durable?: boolean;
  settings?: Readonly<Record<string, string>>;
  watchers?: readonly Watcher[];
  say?: Say;
}

export interface Postgres {
  process: Running;
  /** The owner of the database `rectify`: no superuser, may make roles. This is the application's DATABASE_URL. */
  url: string;
  /** Only for what an owner may not do, such as making databases in tests. */
  superuserUrl: string;
  stop(): Promise<void>;
}

const settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: it would lie in a folder that not every machine has.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  cluster_name: 'rectify',
};

const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the embedded PostgreSQL, making the database on the first start, and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const say = options.say ?? silent;
  const durable = options.durable ?? true;
  const as = await runAs();
  const binaries = findBinaries(as, say);
  const folder = placeFor(options.folder, as, say);
  const secrets = secretsIn(options.secretsFile, folder);
  if (!holdsDatabase(folder)) {
    say('database-creating', {});
    await createDatabaseIn(folder, { binaries, as, password: secrets.superuser, sync: durable });
  }
  await clearLeftovers(folder);
  const chosen = { ...settings, ...(durable ? {} : fastSettings), ...options.settings };
  const process = launch(
    {
      name: 'postgres',
      command: binaries.postgres,
      args: [
        '-D',
        folder,
        '-p',
        String(options.port),
        ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      cwd: folder,
      env: plainEnv(),
      logFile: options.logFile,
      // Fast shutdown: does not wait for clients, loses nothing.
      stopSignal: 'SIGINT',
      ...as,
    },
    options.watchers,
  );
  const urlOf = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${options.port}/${database}`;
  const superuserUrl = urlOf('postgres', secrets.superuser, 'postgres');
  const stop = async () => void (await process.stop(30_000));
  try {
    await answering(superuserUrl, process, { folder, secretsFile: options.secretsFile });
    await ensureOwner(superuserUrl, secrets.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  return { process, url: urlOf('rectify', secrets.owner, 'rectify'), superuserUrl, stop };
}

async function answering(url: string, running: Running, where: { folder: string; secretsFile: string }): Promise<void> {
  let ended = false;
  let refused = false;
  void running.exited.then(() => (ended = true));
  const ask = async () => {
    try {
      await withConnection(url, async () => undefined);
      return true;
    } catch (error) {
      refused = error instanceof pg.DatabaseError && error.code === '28P01';
      return false;
    }
  };
  // After a power cut it replays its log first, which may take a while.
  if (await until(ask, { timeoutMs: 120_000, gaveUp: () => ended || refused })) return;
  if (refused) throw new LocalProblem('database-password', { folder: where.folder, file: where.secretsFile });
  throw new LocalProblem('database-corrupt', { folder: where.folder, tail: running.tail() });
}

/**
 * The owner login and its database, made when they are missing. The owner may make roles, and may act as the roles
 * it makes: the application's own connections drop to `rectify_app`, which the migrations make.
 */
async function ensureOwner(superuserUrl: string, password: string): Promise<void> {
  await withConnection(superuserUrl, async (connection) => {
    const role = await connection.query(`select from pg_roles where rolname = 'rectify'`);
    if (role.rowCount === 0) {
      await connection.query(`create role rectify login createrole password ${connection.escapeLiteral(password)}`);
      await connection.query(`alter role rectify set createrole_self_grant = 'set, inherit'`);
    }
    const database = await connection.query(`select from pg_database where datname = 'rectify'`);
    if (database.rowCount === 0) await connection.query('create database rectify owner rectify');
  });
}

/** The names of what lies in the data folder, for those who make backups. */
export function postgresFiles(dataFolder: string): { folder: string; secretsFile: string } {
  return { folder: join(dataFolder, 'postgres'), secretsFile: join(dataFolder, 'postgres-passwords.json') };
}
