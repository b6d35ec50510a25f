/** Which Temporal CLI is recent enough. */
import { runToEnd } from '../processes/short.ts';

/** The first CLI whose server skips time for a single workflow, which the rehearsal needs. */
export const neededCli = '1.9.1';
const neededServer = '1.32.0';

export interface CliVersion {
  readonly cli: string;
  readonly server: string;
}

/** Reads `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`; null when it is something else. */
export function parseVersion(text: string): CliVersion | null {
  const [, cli, server] = /temporal version (\d+\.\d+\.\d+)\S* \(Server (\d+\.\d+\.\d+)/.exec(text) ?? [];
  return cli === undefined || server === undefined ? null : { cli, server };
}

export const isRecent = ({ cli, server }: CliVersion): boolean =>
  isAtLeast(cli, neededCli) && isAtLeast(server, neededServer);

function isAtLeast(version: string, needed: string): boolean {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  for (const [index, part] of want.entries()) {
    const difference = (have[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** What this program says about itself; null when it is no Temporal CLI or does not run here. */
export async function versionOf(program: string, signal?: AbortSignal): Promise<CliVersion | null> {
  const { code, output } = await runToEnd(program, ['--version'], { timeoutMs: 10_000, signal });
  return code === 0 ? parseVersion(output) : null;
}
