/**
 * The official download, made by Temporal's SDK. It runs in a process of its own because the SDK's native core is large and
 * cannot be interrupted; where the machine may not go to the download's address, we go on without.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../processes/short.ts';
import { isRecent, neededCli, versionOf } from './version.ts';

const timeoutMs = 20_000;

const homeIn = (cache: string): string => join(cache, `temporal-sdk-${neededCli}`);

/** The server that the SDK fetched in an earlier start; null when there is none. */
export const downloadedBySdk = (cache: string): string | null => programIn(homeIn(cache));

/** @returns null when the SDK could not fetch one */
export async function downloadBySdk(cache: string, signal?: AbortSignal): Promise<string | null> {
  const home = homeIn(cache);
  const fresh = `${home}.new-${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const args = [join(import.meta.dirname, 'ask-sdk.ts'), fresh, `v${neededCli}`];
    const { code } = await runToEnd(process.execPath, args, { timeoutMs, signal });
    const program = programIn(fresh);
    if (code !== 0 || program === null) return null;
    const version = await versionOf(program, signal);
    if (version === null || !isRecent(version)) return null;
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
    return programIn(home);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The SDK names the file after its own versions, so we take the one that is there. */
function programIn(folder: string): string | null {
  try {
    const name = readdirSync(folder).find((file) => file.startsWith('temporal') && !file.endsWith('.downloading'));
    return name === undefined ? null : join(folder, name);
  } catch {
    return null;
  }
}
