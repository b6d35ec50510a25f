/** The database of an installation, ours or the one that exists, brought up to date. */
import { logFile } from '../config.ts';
import { checked, withoutPassword } from '../outside.ts';
import { LocalProblem } from '../problem.ts';
import { runScript } from '../programs/script.ts';
import type { Surroundings } from '../surroundings.ts';
import { withConnection } from './connection.ts';
import { ensureRunner, ensureStage } from './logins.ts';
import { postgresFiles } from './place.ts';
import { startPostgres } from './server.ts';

const timeoutMs = 5000;

/** What worker, API and command line are told. */
interface Databases {
  readonly databaseUrl: string;
  /** Null beside a database that is not ours: whoever keeps that one makes another for rehearsals. */
  readonly rehearsalUrl: string | null;
}

export async function database(around: Surroundings): Promise<Databases> {
  const { config, say } = around;
  const { databaseUrl } = config.outside;
  if (databaseUrl === null) {
    const ownerUrl = await ourDatabase(around);
    await migrate(ownerUrl, around);
    return { databaseUrl: await ensureRunner(ownerUrl), rehearsalUrl: await ensureStage(ownerUrl) };
  }
  const address = withoutPassword(databaseUrl);
  say({ code: 'outsideUsed', name: 'DATABASE_URL', address });
  await checked('DATABASE_URL', address, () => withConnection(databaseUrl, (db) => db.query('SELECT 1'), timeoutMs));
  await migrate(databaseUrl, around);
  return { databaseUrl, rehearsalUrl: null };
}

async function ourDatabase({ config, watchers, say, supervisor }: Surroundings): Promise<string> {
  const log = logFile(config, 'postgres');
  const options = { ...postgresFiles(config.dataFolder), port: config.ports.postgres, logFile: log, watchers, say };
  const { url } = await supervisor.keep({
    name: 'postgres',
    logFile: log,
    leansOn: [],
    begin: (stopping) => startPostgres({ ...options, stopping }),
  });
  return url;
}

async function migrate(url: string, around: Surroundings): Promise<void> {
  const { config, env, programs, say, watchers } = around;
  say({ code: 'migrating' });
  const log = logFile(config, 'migrate');
  const migrateEnv = { ...env, DATABASE_URL: url };
  const script = { name: 'migrate', file: programs.migrate, env: migrateEnv, logFile: log, watchers };
  const { hasFailed, tail } = await runScript(script);
  if (hasFailed) throw new LocalProblem({ code: 'migrationFailed', tail, log });
}
