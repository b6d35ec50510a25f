import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, startApp } from './app.ts';
import { localNames, logFile, portVariables, type Env, type LocalConfig, type PortName } from './config.ts';
import { startCatcher } from './mail/catcher.ts';
import { checkDatabase, checkMail, checkTemporal, withoutPassword } from './outside.ts';
import { postgresFiles, startPostgres } from './postgres/server.ts';
import { LocalProblem } from './problem.ts';
import type { Watcher } from './process.ts';
import type { Say } from './progress.ts';
import { isFree } from './ports.ts';
import type { Supervisor } from './supervisor.ts';
import { findTemporal } from './temporal/find.ts';
import { startTemporal } from './temporal/server.ts';

/** Our own programs, by path: `local/` imports none of them. */
export interface Programs {
  migrate: string;
  worker: string;
  api: string;
  /** Builds the web pages when they are out of date; a checkout without the web part has none. */
  build: string;
}

export interface Surroundings {
  config: LocalConfig;
  programs: Programs;
  env: Env;
  supervisor: Supervisor;
  watchers: readonly Watcher[];
  say: Say;
}

/** What is up, for the ready line. */
export interface Started {
  addresses: { web: string; docs: string; mails?: string; temporal?: string };
  lines: string[];
}

/** Starts everything: what stands alone side by side, then the worker, then the API and its page. */
export async function startAll(around: Surroundings): Promise<Started> {
  const { config, supervisor } = around;
  checkPrograms(around.programs);
  await checkPorts(config);
  const [databaseUrl, temporalAddress, smtpUrl] = await Promise.all([
    supervisor.begin(database(around)),
    supervisor.begin(temporal(around)),
    supervisor.begin(mails(around)),
    supervisor.begin(build(around)),
  ]);
  const env = appEnv(around, { databaseUrl, temporalAddress, smtpUrl });
  await writeAddresses(config, env);
  const lines = [...(await app('worker', env, around)), ...(await app('api', env, around))];
  return {
    addresses: {
      web: here(config, 'web'),
      ...(config.outside.smtpUrl === undefined ? { mails: here(config, 'mails') } : {}),
      ...(config.outside.temporalAddress === undefined ? { temporal: here(config, 'temporalUi') } : {}),
      docs: `${here(config, 'web')}/api/docs`,
    },
    lines,
  };
}

function here({ ports }: LocalConfig, port: PortName): string {
  return `http://127.0.0.1:${ports[port]}`;
}

/** What the worker and the API are told: where things are, and what holds on one machine only. */
function appEnv(
  { config, env }: Surroundings,
  found: { databaseUrl: string; temporalAddress: string; smtpUrl: string },
): NodeJS.ProcessEnv {
  const { outside, dataFolder, ports } = config;
  // Our own server wants no TLS, no key and no other namespace, whatever the person's profile for another one says.
  const ownTemporal = outside.temporalAddress === undefined;
  const kept = Object.entries(env).filter(
    ([name]) => !localNames.includes(name) && !(ownTemporal && name.startsWith('TEMPORAL_')),
  );
  return {
    RECTIFY_EVIDENCE_DIR: join(dataFolder, 'evidence'),
    ...(outside.databaseUrl === undefined ? { RECTIFY_SAMPLE: 'on' } : {}),
    ...(outside.smtpUrl === undefined ? { RECTIFY_MAIL_PAGE: here(config, 'mails') } : {}),
    // A file that is not there: the SDK's reader takes that for "no profile", but cannot read an empty one.
    ...(ownTemporal ? { TEMPORAL_CONFIG_FILE: join(dataFolder, 'no-temporal-profile.toml') } : {}),
    ...Object.fromEntries(kept.filter(([, value]) => value !== undefined && value !== '')),
    DATABASE_URL: found.databaseUrl,
    TEMPORAL_ADDRESS: found.temporalAddress,
    SMTP_URL: found.smtpUrl,
    PORT: String(ports.web),
  };
}

/** Where the command line finds what runs here. It holds the database's password, so only its owner may read it. */
async function writeAddresses({ dataFolder }: LocalConfig, env: NodeJS.ProcessEnv): Promise<void> {
  const names = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_CONFIG_FILE', 'SMTP_URL', 'RECTIFY_EVIDENCE_DIR'];
  const addresses = Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  await writeFile(join(dataFolder, 'addresses.json'), `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
}

function checkPrograms({ migrate, worker, api }: Programs): void {
  const file = [migrate, worker, api].find((program) => !existsSync(program));
  if (file !== undefined) throw new LocalProblem('program-missing', { file });
}

/** Looks at all ports before anything starts, so that a taken one costs no time and leaves nothing behind. */
async function checkPorts({ ports, outside }: LocalConfig): Promise<void> {
  const wanted: [PortName, string, boolean][] = [
    ['web', 'web', true],
    ['postgres', 'PostgreSQL', outside.databaseUrl === undefined],
    ['temporal', 'Temporal', outside.temporalAddress === undefined],
    ['temporalUi', 'Temporal UI', outside.temporalAddress === undefined],
    ['smtp', 'SMTP', outside.smtpUrl === undefined],
    ['mails', 'mails', outside.smtpUrl === undefined],
  ];
  for (const [port, service, ours] of wanted) {
    if (!ours || (await isFree(ports[port]))) continue;
    throw new LocalProblem('port-busy', { port: ports[port], service, name: portVariables[port].name });
  }
}

/** PostgreSQL, ours or the one that exists, brought up to date. */
async function database(around: Surroundings): Promise<string> {
  const { config, env, watchers, say, supervisor, programs } = around;
  let url = config.outside.databaseUrl;
  if (url === undefined) {
    const log = logFile(config, 'postgres');
    const files = postgresFiles(config.dataFolder);
    const server = await startPostgres({ ...files, port: config.ports.postgres, logFile: log, watchers, say });
    supervisor.add({ name: 'postgres', process: server.process, logFile: log, stop: () => server.stop() });
    url = server.url;
  } else {
    say('outside-used', { name: 'DATABASE_URL', address: withoutPassword(url) });
    await checkDatabase(url);
  }
  say('migrating', {});
  const log = logFile(config, 'migrate');
  const migrated = await runScript({
    name: 'migrate',
    file: programs.migrate,
    env: { ...env, DATABASE_URL: url },
    logFile: log,
    watchers,
  });
  if (migrated.failed) throw new LocalProblem('migration-failed', { tail: migrated.tail, log });
  return url;
}

/** Temporal, ours or the one that exists. */
async function temporal(around: Surroundings): Promise<string> {
  const { config, env, watchers, say, supervisor } = around;
  const outside = config.outside.temporalAddress;
  if (outside !== undefined) {
    say('outside-used', { name: 'TEMPORAL_ADDRESS', address: outside });
    await checkTemporal(outside, env);
    return outside;
  }
  const search = { cache: config.cacheFolder, sources: config.temporalSources, searchPath: env['PATH'], say };
  const log = logFile(config, 'temporal');
  const server = await startTemporal({
    program: await findTemporal(search),
    port: config.ports.temporal,
    uiPort: config.ports.temporalUi,
    dbFile: join(config.dataFolder, 'temporal.db'),
    logFile: log,
    watchers,
  });
  supervisor.add({ name: 'temporal', process: server.process, logFile: log, stop: () => server.stop() });
  return server.address;
}

/** Where mails go: to the catcher, or to the mail server that exists. */
async function mails({ config, say, supervisor }: Surroundings): Promise<string> {
  const outside = config.outside.smtpUrl;
  if (outside !== undefined) {
    say('outside-used', { name: 'SMTP_URL', address: withoutPassword(outside) });
    await checkMail(outside);
    return outside;
  }
  const catcher = await startCatcher({
    folder: join(config.dataFolder, 'mails'),
    smtpPort: config.ports.smtp,
    webPort: config.ports.mails,
  });
  supervisor.add({ name: 'mails', stop: () => catcher.stop() });
  return catcher.url;
}

/** The build itself knows whether it is out of date; it is only spoken of when it takes time. */
async function build({ config, programs, env, watchers, say }: Surroundings): Promise<void> {
  if (!existsSync(programs.build)) return;
  const timer = setTimeout(() => say('web-building', {}), 1500);
  const log = logFile(config, 'build');
  const built = await runScript({ name: 'build', file: programs.build, env, logFile: log, watchers });
  clearTimeout(timer);
  if (built.failed) throw new LocalProblem('build-failed', { tail: built.tail, log });
}

/** A commit under way is finished first; the worker gives it 30 seconds itself. */
const graceMs = 35_000;

async function app(name: 'worker' | 'api', env: NodeJS.ProcessEnv, around: Surroundings): Promise<string[]> {
  const { config, watchers, say, supervisor, programs } = around;
  say('starting', { service: name });
  const log = logFile(config, name);
  const { process, lines } = await startApp({
    name,
    file: programs[name],
    env,
    logFile: log,
    watchers,
    timeoutMs: 120_000,
  });
  supervisor.add({ name, process, logFile: log, stop: () => process.stop(graceMs) });
  return lines;
}
