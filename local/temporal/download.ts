import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../process.ts';
import { isRecent, neededCli, versionOf } from './version.ts';

const timeoutMs = 20_000;

function home(cache: string): string {
  return join(cache, `temporal-sdk-${neededCli}`);
}

/** The server that the SDK fetched in an earlier start. */
export function downloadedBySdk(cache: string): string | undefined {
  return onlyFileIn(home(cache));
}

/**
 * Asks Temporal's SDK for its own download of the server. It runs in a process of its own because the SDK's native
 * core is large and cannot be interrupted; where the machine may not go to the download's address, we go on without.
 */
export async function downloadBySdk(cache: string): Promise<string | undefined> {
  const fresh = `${home(cache)}.new-${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const script = join(import.meta.dirname, 'ask-sdk.ts');
    const { code } = await runToEnd(process.execPath, [script, fresh, `v${neededCli}`], { timeoutMs });
    const program = onlyFileIn(fresh);
    if (code !== 0 || program === undefined) return undefined;
    const version = await versionOf(program);
    if (version === undefined || !isRecent(version)) return undefined;
    rmSync(home(cache), { recursive: true, force: true });
    renameSync(fresh, home(cache));
    return onlyFileIn(home(cache));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The SDK names the file after its own versions, so we take the one that is there. */
function onlyFileIn(folder: string): string | undefined {
  try {
    const name = readdirSync(folder).find((file) => file.startsWith('temporal') && !file.endsWith('.downloading'));
    return name === undefined ? undefined : join(folder, name);
  } catch {
    return undefined;
  }
}
