import { join, resolve } from 'node:path';
import { knownNames } from '../core/config.ts';
import { nearest } from '../core/nearest.ts';
import { LocalProblem } from './problem.ts';
import { sources, type Source } from './temporal/find.ts';
import type { Language } from './words.ts';

/** What one machine needs to know: where to keep things, which ports to take, which services exist already. */
export interface LocalConfig {
  dataFolder: string;
  cacheFolder: string;
  ports: Readonly<Record<PortName, number>>;
  /** Services that run elsewhere and are used instead of ours. */
  outside: { databaseUrl?: string; temporalAddress?: string; smtpUrl?: string };
  temporalSources: readonly Source[];
  language: Language;
}

export type PortName = 'web' | 'postgres' | 'temporal' | 'temporalUi' | 'smtp' | 'mails';

/** The variable and the default of each port. */
export const portVariables: Readonly<Record<PortName, { name: string; byDefault: number }>> = {
  web: { name: 'RECTIFY_PORT', byDefault: 3000 },
  postgres: { name: 'RECTIFY_POSTGRES_PORT', byDefault: 55432 },
  temporal: { name: 'RECTIFY_TEMPORAL_PORT', byDefault: 7233 },
  temporalUi: { name: 'RECTIFY_TEMPORAL_UI_PORT', byDefault: 8233 },
  smtp: { name: 'RECTIFY_SMTP_PORT', byDefault: 1025 },
  mails: { name: 'RECTIFY_MAILS_PORT', byDefault: 8025 },
};

/** What only `local/` reads; the worker and the API are given PORT and the addresses of services instead. */
export const localNames: readonly string[] = [
  ...Object.values(portVariables).map(({ name }) => name),
  'RECTIFY_DATA_DIR',
  'RECTIFY_CACHE_DIR',
  'RECTIFY_TEMPORAL_SOURCES',
];

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment, and gives either the whole configuration or every problem there is with it. */
export function readConfig(env: Env, root: string): { config: LocalConfig } | { problems: LocalProblem[] } {
  const ports = readPorts(env);
  const sourcesFound = readSources(env['RECTIFY_TEMPORAL_SOURCES']);
  const outside = readOutside(env);
  const problems = [...misspelt(env), ...ports.problems, ...sourcesFound.problems, ...outside.problems];
  if (problems.length > 0) return { problems };
  return {
    config: {
      dataFolder: resolve(root, env['RECTIFY_DATA_DIR'] || '.data'),
      cacheFolder: resolve(root, env['RECTIFY_CACHE_DIR'] || '.cache'),
      ports: ports.ports,
      outside: outside.outside,
      temporalSources: sourcesFound.sources,
      language: languageOf(env),
    },
  };
}

/** RECTIFY_LANG decides, then the system's language; where neither names one of ours, Chinese comes first and English after. */
export function languageOf(env: Env): Language {
  const chosen = env['RECTIFY_LANG'] || env['LC_ALL'] || env['LANG'] || '';
  if (/^zh/i.test(chosen)) return 'zh';
  if (/^en/i.test(chosen)) return 'en';
  return 'both';
}

/** Where each service keeps its log. */
export function logFile(config: LocalConfig, name: string): string {
  return join(config.dataFolder, 'logs', `${name}.log`);
}

function readPorts(env: Env): { ports: Record<PortName, number>; problems: LocalProblem[] } {
  const problems: LocalProblem[] = [];
  const takenBy = new Map<number, string>();
  const read = (port: PortName): number => {
    const { byDefault } = portVariables[port];
    const name = nameOf(port, env);
    const value = env[name] ?? '';
    const number = value === '' ? byDefault : Number(value);
    if (!Number.isInteger(number) || number < 1 || number > 65_535) {
      problems.push(new LocalProblem('bad-port', { name, value }));
      return byDefault;
    }
    const other = takenBy.get(number);
    if (other !== undefined) problems.push(new LocalProblem('same-port', { name, other, port: number }));
    takenBy.set(number, name);
    return number;
  };
  const ports = {
    web: read('web'),
    postgres: read('postgres'),
    temporal: read('temporal'),
    temporalUi: read('temporalUi'),
    smtp: read('smtp'),
    mails: read('mails'),
  };
  return { ports, problems };
}

function readSources(value: string | undefined): { sources: readonly Source[]; problems: LocalProblem[] } {
  if (value === undefined || value === '') return { sources, problems: [] };
  const chosen = value.split(',').map((word) => word.trim());
  const known = sources.filter((source) => chosen.includes(source));
  if (known.length === chosen.length) return { sources: known, problems: [] };
  const facts = { name: 'RECTIFY_TEMPORAL_SOURCES', value, choices: sources.join(',') };
  return { sources, problems: [new LocalProblem('bad-choice', facts)] };
}

function readOutside(env: Env): { outside: LocalConfig['outside']; problems: LocalProblem[] } {
  const problems: LocalProblem[] = [];
  const read = (name: string, example: string, pattern: RegExp): string | undefined => {
    const value = env[name];
    if (value === undefined || value === '') return undefined;
    if (pattern.test(value)) return value;
    problems.push(new LocalProblem('bad-address', { name, example }));
    return undefined;
  };
  const databaseUrl = read(
    'DATABASE_URL',
    'postgres://rectify:secret@db.example:5432/rectify',
    /^postgres(ql)?:\/\/[^/]+\/.+/,
  );
  const temporalAddress = read('TEMPORAL_ADDRESS', 'temporal.example:7233', /^[^\s/]+:\d+$/);
  const smtpUrl = read('SMTP_URL', 'smtps://user:secret@mail.example:465', /^smtps?:\/\/[^/]+/);
  return {
    outside: {
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(temporalAddress === undefined ? {} : { temporalAddress }),
      ...(smtpUrl === undefined ? {} : { smtpUrl }),
    },
    problems,
  };
}

/** PORT is what hosting services set; the longer name wins, as in `core/config.ts`. */
function nameOf(port: PortName, env: Env): string {
  const { name } = portVariables[port];
  return port === 'web' && (env[name] ?? '') === '' && (env['PORT'] ?? '') !== '' ? 'PORT' : name;
}

/** A RECTIFY_ name nobody reads is a slip of the pen, and would otherwise be passed over in silence. */
function misspelt(env: Env): LocalProblem[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('RECTIFY_') && !knownNames.includes(name))
    .map((name) => new LocalProblem('unknown-setting', { name, meant: nearest(name, knownNames).join(', ') }));
}
