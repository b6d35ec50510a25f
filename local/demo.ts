/**
 * `npm run -s demo`: servers of its own for one round, apart from those of `npm start`, and the program that plays it.
 *
 * Everything lies in a folder that is deleted afterwards; the ports are free ones, so a demo can run beside a start.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, startApp } from './app.ts';
import { languageOf, readConfig } from './config.ts';
import { startGuard } from './guard.ts';
import { startCatcher } from './mail/catcher.ts';
import { freePort } from './ports.ts';
import { postgresFiles, startPostgres } from './postgres/server.ts';
import { isProblem, LocalProblem } from './problem.ts';
import type { Say } from './progress.ts';
import { listenForStop } from './signals.ts';
import { Supervisor } from './supervisor.ts';
import { findTemporal } from './temporal/find.ts';
import { startTemporal } from './temporal/server.ts';
import { noteText, problemText } from './words.ts';

const root = join(import.meta.dirname, '..');
const env = process.env;
const language = languageOf(env);
// What is told on the way goes to standard error: standard output is the diary's, and its last line may be JSON.
const say: Say = (code, facts) => console.error(noteText(code, facts, language));

async function startServers(folder: string, supervisor: Supervisor, guard: ReturnType<typeof startGuard>) {
  const read = readConfig({ RECTIFY_CACHE_DIR: env['RECTIFY_CACHE_DIR'] }, root);
  if ('problems' in read) throw read.problems[0] ?? new Error('no configuration');
  const { cacheFolder, temporalSources } = read.config;
  const watchers = [supervisor, guard];
  const log = (name: string) => join(folder, `${name}.log`);
  const postgres = supervisor.begin(
    startPostgres({ ...postgresFiles(folder), port: await freePort(), logFile: log('postgres'), watchers }),
  );
  const program = findTemporal({ cache: cacheFolder, sources: temporalSources, searchPath: env['PATH'], say });
  const temporal = supervisor.begin(
    startTemporal({ program: await program, port: await freePort(), logFile: log('temporal'), watchers }),
  );
  const catcher = await startCatcher({
    folder: join(folder, 'mails'),
    smtpPort: await freePort(),
    webPort: await freePort(),
  });
  supervisor.add({ name: 'mails', stop: () => catcher.stop() });
  const database = await postgres;
  supervisor.add({
    name: 'postgres',
    process: database.process,
    logFile: log('postgres'),
    stop: () => database.stop(),
  });
  const server = await temporal;
  supervisor.add({ name: 'temporal', process: server.process, logFile: log('temporal'), stop: () => server.stop() });

  const programEnv = {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^(TEMPORAL_|RECTIFY_(?!LANG))/.test(name))),
    TEMPORAL_CONFIG_FILE: join(folder, 'no-temporal-profile.toml'),
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: catcher.url,
    RECTIFY_EVIDENCE_DIR: join(folder, 'evidence'),
  };
  const migrate = join(root, 'db', 'migrate.ts');
  const migrated = await runScript({
    name: 'migrate',
    file: migrate,
    env: programEnv,
    logFile: log('migrate'),
    watchers,
  });
  if (migrated.failed) throw new LocalProblem('migration-failed', { tail: migrated.tail, log: log('migrate') });
  const file = join(root, 'worker', 'main.ts');
  const worker = await startApp({
    name: 'worker',
    file,
    env: programEnv,
    logFile: log('worker'),
    watchers,
    timeoutMs: 120_000,
  });
  supervisor.add({
    name: 'worker',
    process: worker.process,
    logFile: log('worker'),
    stop: () => worker.process.stop(35_000),
  });
  return programEnv;
}

/** The player writes to our own output; it ends with the signal, should we be stopped before it is done. */
async function play(programEnv: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const file = join(root, 'cli', 'demo', 'main.ts');
  const args = [file, ...process.argv.slice(2)];
  const player = spawn(process.execPath, args, { env: programEnv, stdio: 'inherit' });
  signal.addEventListener('abort', () => player.kill('SIGKILL'));
  const [code] = (await once(player, 'exit')) as [number | null];
  return code ?? 1;
}

async function run(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-demo-'));
  // The user that PostgreSQL runs as must reach its data.
  chmodSync(folder, 0o755);
  const supervisor = new Supervisor();
  const guard = startGuard();
  const stop = listenForStop(env);
  const stopped = new AbortController();
  try {
    const played = startServers(folder, supervisor, guard).then((programEnv) => play(programEnv, stopped.signal));
    const outcome = await Promise.race([played, stop.first, supervisor.died]);
    return outcome === 'stop' ? 130 : outcome;
  } catch (error) {
    if (!isProblem(error)) throw error;
    console.error(problemText(error, language));
    return 1;
  } finally {
    stopped.abort();
    await supervisor.stop();
    guard.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exit(await run());
