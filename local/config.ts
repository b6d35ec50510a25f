/** What one machine needs to know: where to keep things, which ports to take, which services exist already. */
import { join, resolve } from 'node:path';
import type { Problem } from './problem.ts';
import { localesOf } from './words.ts';
import { misspelt, readServices, type ConfigProblem, type Env } from '../core/config.ts';
import { readerOf } from '../core/settings-reader.ts';
import type { Locale } from '../core/locale.ts';

/** Where a Temporal server may come from, in the order in which we look. */
const temporalSources = ['path', 'sdk', 'pypi'] as const;
export type TemporalSource = (typeof temporalSources)[number];

export interface LocalConfig {
  readonly dataFolder: string;
  readonly cacheFolder: string;
  readonly ports: Readonly<Record<PortName, number>>;
  /** Services that run elsewhere and are used instead of ours. */
  readonly outside: ReturnType<typeof readServices>;
  readonly temporalSources: readonly TemporalSource[];
  readonly locales: readonly Locale[];
  /** False for the demo, whose folder is thrown away afterwards: Temporal need not write to a disk, nor show its page. */
  readonly isKept: boolean;
}

/** The setting and the default of each port. */
export const portSettings = {
  web: { name: 'RECTIFY_PORT', byDefault: 3000 },
  postgres: { name: 'RECTIFY_POSTGRES_PORT', byDefault: 55432 },
  temporal: { name: 'RECTIFY_TEMPORAL_PORT', byDefault: 7233 },
  temporalUi: { name: 'RECTIFY_TEMPORAL_UI_PORT', byDefault: 8233 },
  smtp: { name: 'RECTIFY_SMTP_PORT', byDefault: 1025 },
  mails: { name: 'RECTIFY_MAILS_PORT', byDefault: 8025 },
} as const;

export type PortName = keyof typeof portSettings;
const portNames = Object.keys(portSettings) as PortName[];

/** What only `local/` reads; the worker and the API are given PORT and the addresses of services instead. */
export const localNames: readonly string[] = [
  ...Object.values(portSettings).map(({ name }) => name),
  'RECTIFY_DATA_DIR',
  'RECTIFY_CACHE_DIR',
  'RECTIFY_TEMPORAL_SOURCES',
];

/** Reads the environment, and gives either the whole configuration or every problem there is with it. */
export function readConfig(
  env: Env,
  root: string,
): { readonly config: LocalConfig } | { readonly problems: readonly Problem[] } {
  const faults: ConfigProblem[] = misspelt(env);
  const read = readerOf(env, faults);
  const ports = portsOf((name) => {
    const setting = portSettings[name];
    // PORT is what hosting services set; the longer name wins, as in `core/config.ts`.
    return read.port(setting.name, name === 'web' ? read.port('PORT', setting.byDefault) : setting.byDefault);
  });
  const config: LocalConfig = {
    dataFolder: resolve(root, read.text('RECTIFY_DATA_DIR', '.data')),
    cacheFolder: resolve(root, read.text('RECTIFY_CACHE_DIR', '.cache')),
    ports,
    outside: readServices(read),
    temporalSources: readSources(read.text('RECTIFY_TEMPORAL_SOURCES', temporalSources.join(',')), faults),
    locales: localesOf(env),
    isKept: true,
  };
  const problems = [...faults.map((fault): Problem => ({ code: 'setting', fault })), ...sharedPorts(ports)];
  return problems.length === 0 ? { config } : { problems };
}

export function portsOf<Value>(of: (name: PortName) => Value): Record<PortName, Value> {
  return Object.fromEntries(portNames.map((name) => [name, of(name)])) as Record<PortName, Value>;
}

/** The address of one of our pages. */
export const here = ({ ports }: LocalConfig, port: PortName): string => `http://127.0.0.1:${ports[port]}`;

/** Where each service keeps its log. */
export const logFile = ({ dataFolder }: LocalConfig, name: string): string => join(dataFolder, 'logs', `${name}.log`);

function readSources(text: string, faults: ConfigProblem[]): readonly TemporalSource[] {
  const chosen = text.split(',').map((word) => word.trim());
  const known = temporalSources.filter((source) => chosen.includes(source));
  if (known.length < chosen.length)
    faults.push({
      name: 'RECTIFY_TEMPORAL_SOURCES',
      code: 'notOneOf',
      allowed: temporalSources.join(', '),
      given: text,
    });
  return known;
}

/** Two services with one port, also when one of them has its by default. */
function sharedPorts(ports: Readonly<Record<PortName, number>>): Problem[] {
  return portNames.flatMap((name, index): Problem[] => {
    const other = portNames.slice(0, index).find((earlier) => ports[earlier] === ports[name]);
    if (other === undefined) return [];
    return [{ code: 'samePort', name: portSettings[name].name, other: portSettings[other].name, port: ports[name] }];
  });
}
