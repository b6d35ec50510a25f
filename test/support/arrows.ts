/** The arrows of docs/architecture.md as data, and the pure function that finds what goes against them. */
import { posix } from 'node:path';

interface Arrow {
  /** Folders, or single files, that may be imported. */
  readonly to: readonly string[];
  /** Files of which only types may be imported. */
  readonly typesOf?: readonly string[];
  /** Packages and Node's own modules: all but the denied ones, or only the allowed ones. */
  readonly packages: { readonly only: readonly string[] } | { readonly not: readonly string[] };
}

const temporal = (...names: readonly string[]): string[] => names.map((name) => `@temporalio/${name}`);
const anyTemporal = '@temporalio/*';
const effects = ['node:*', 'pg', 'nodemailer', 'pino', 'fastify', anyTemporal];

/** By the longest path that a file lies under. */
export const arrows: Readonly<Record<string, Arrow>> = {
  core: { to: [], packages: { only: [] } },
  workflows: {
    to: ['core'],
    typesOf: ['activities/contract.ts'],
    packages: { only: temporal('workflow', 'common') },
  },
  documents: { to: ['core'], packages: { not: effects } },
  db: { to: ['core'], packages: { not: [anyTemporal] } },
  activities: {
    to: ['core', 'db', 'documents'],
    packages: { not: temporal('client', 'worker', 'workflow', 'testing') },
  },
  // What travels to Temporal and how: the same for whoever asks and whoever does the work.
  wire: { to: ['core'], packages: { not: temporal('client', 'worker', 'workflow', 'activity', 'testing') } },
  worker: { to: ['activities', 'db', 'core', 'wire'], packages: { not: temporal('client', 'workflow', 'testing') } },
  // It owns the server whose time is skipped.
  'worker/rehearse.ts': {
    to: ['worker', 'activities', 'db', 'core', 'wire'],
    packages: { not: temporal('client', 'workflow') },
  },
  client: {
    to: ['core', 'db', 'documents', 'wire', 'workflows/contract.ts'],
    packages: { not: temporal('client', 'worker', 'workflow', 'activity', 'testing') },
  },
  'client/temporal.ts': {
    to: ['client', 'core', 'db', 'documents', 'wire', 'workflows/contract.ts'],
    packages: { not: temporal('worker', 'workflow', 'activity', 'testing') },
  },
  api: { to: ['client', 'core', 'documents'], packages: { not: ['pg', 'nodemailer', anyTemporal] } },
  cli: { to: ['client', 'core', 'documents'], packages: { not: ['pg', 'nodemailer', 'fastify', anyTemporal] } },
  web: { to: ['core'], typesOf: ['api/contract.ts'], packages: { not: effects } },
  // These two make the page and run on Node; the page itself runs in a browser.
  'web/build.ts': { to: ['web'], packages: { not: [anyTemporal] } },
  'web/vite.config.ts': { to: ['web'], packages: { not: [anyTemporal] } },
  local: { to: ['core'], packages: { not: temporal('client', 'worker', 'workflow', 'activity') } },
  test: {
    to: [
      'core',
      'workflows',
      'activities',
      'db',
      'documents',
      'worker',
      'client',
      'api',
      'cli',
      'web',
      'local',
      'wire',
    ],
    packages: { not: [] },
  },
};

const folders = Object.keys(arrows).filter((place) => !place.endsWith('.ts'));

/** Files of the root that only set up tools. */
const isSetup = (path: string): boolean => !path.includes('/') && /\.config\.(?:ts|js)$/.test(path);

export interface Import {
  readonly of: string;
  readonly isType: boolean;
}

/** The imports and re-exports of a source, static ones by their line, dynamic ones wherever they stand. */
export function importsOf(source: string): readonly Import[] {
  const named = /^(?:import|export)\s+(type\s)?[^'"`;]*?\sfrom\s+['"]([^'"]+)['"]/gm;
  const bare = /^import\s+['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [
    ...[...source.matchAll(named)].map(([, type, of = '']) => ({ of, isType: type !== undefined })),
    ...[...source.matchAll(bare), ...source.matchAll(dynamic)].map(([, of = '']) => ({ of, isType: false })),
  ];
}

/** What a file imports against the rules: file, import and rule in one line each. */
export function faultsOf(path: string, source: string): readonly string[] {
  if (isSetup(path)) return [];
  const house = longest(path, Object.keys(arrows));
  const arrow = house === undefined ? undefined : arrows[house];
  if (house === undefined || arrow === undefined) return [`${path}: its folder has no row in the table of arrows`];
  return importsOf(source).flatMap(({ of, isType }) => {
    const rule = of.startsWith('.')
      ? againstFolders(path, house, arrow, of, isType)
      : againstPackages(house, arrow, of);
    return rule === null ? [] : [`${path} imports '${of}': ${rule}`];
  });
}

function againstFolders(path: string, house: string, arrow: Arrow, of: string, isType: boolean): string | null {
  if (!/\.(?:tsx?|css|json)$/.test(of)) return 'a relative import ends in .ts or .tsx';
  const target = posix.join(posix.dirname(path), of);
  if (arrow.typesOf?.includes(target) === true) return isType ? null : `${house} may import only types from ${target}`;
  const allowed = [house, ...arrow.to];
  const home = longest(target, folders);
  const isAllowed = allowed.some((place) => place === home || place === target);
  return isAllowed ? null : `${house} may import only ${[...arrow.to, 'itself'].join(', ')}`;
}

function againstPackages(house: string, { packages }: Arrow, of: string): string | null {
  if ('only' in packages) {
    if (packages.only.includes(of)) return null;
    return packages.only.length === 0
      ? `${house} imports no package`
      : `${house} imports only ${packages.only.join(', ')}`;
  }
  const denied = packages.not.find((name) => isPackage(of, name));
  return denied === undefined ? null : `${house} does not import ${denied}`;
}

/** `pg` and `pg/lib`, or all of a scope with a star. */
const isPackage = (of: string, name: string): boolean =>
  name.endsWith('*') ? of.startsWith(name.slice(0, -1)) : of === name || of.startsWith(`${name}/`);

/** The last column of the table in docs/architecture.md, as the arrows say it. */
export function mayImport(place: string): string {
  const { to = [], typesOf = [] } = arrows[place] ?? {};
  const named = (path: string): string => (path.endsWith('.ts') ? `\`${path.replace(/\.ts$/, '')}\`` : path);
  return [...to.map(named), ...typesOf.map((path) => `the types of ${named(path)}`)].join(', ') || 'nothing';
}

function longest(path: string, places: readonly string[]): string | undefined {
  const around = places.filter((place) => path === place || path.startsWith(`${place}/`));
  return around.sort((one, other) => other.length - one.length)[0];
}
