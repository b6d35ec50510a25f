/**
 * `node web/build.ts`: bundles the web page into dist/web, only when its sources are not those of the last build.
 *
 * Run at every start, so it must cost nothing when nothing has changed: the hash of the sources is kept beside the result.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const sources = ['web', 'core', 'api/contract.ts', 'package-lock.json'];
const stamp = join(root, 'dist/web/.sources');

function* filesOf(path: string): Generator<string> {
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  for (const entry of inside) if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

const pathsOf = (source: string): string[] =>
  /\.(ts|json)$/.test(source) ? [join(root, source)] : [...filesOf(join(root, source))];

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(pathsOf).sort())
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

function lastHash(): string {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

/** Scripts and styles are sent as they lie here: packed once and well, not at each request. Smaller ones gain nothing. */
function compress(): void {
  const least = 1024;
  for (const path of filesOf(join(root, 'dist/web'))) {
    if (!/\.(js|css|html|svg)$/.test(path)) continue;
    const bytes = readFileSync(path);
    if (bytes.length < least) continue;
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}

/** @returns false when the page was up to date */
export async function buildWeb(): Promise<boolean> {
  const hash = hashOfSources();
  if (hash === lastHash()) return false;
  // Loaded only when needed: vite takes longer to load than the check takes.
  const { build } = await import('vite');
  const { webConfig } = await import('./vite.config.ts');
  // A test runner sets its own; the page is always built for production.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  await build(webConfig);
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
  compress();
  writeFileSync(stamp, hash);
  return true;
}

if (import.meta.main) {
  const from = Date.now();
  const isBuilt = await buildWeb();
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  process.stdout.write(isBuilt ? `web page built in ${seconds} s\n` : 'web page up to date\n');
}
