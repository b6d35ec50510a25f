import { runToEnd } from '../process.ts';

/** The first CLI whose server skips time for a single workflow, which the rehearsal needs. */
export const neededCli = '1.9.1';
const neededServer = '1.32.0';

export interface CliVersion {
  cli: string;
  server: string;
}

/** Reads `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`. */
export function parseVersion(text: string): CliVersion | undefined {
  const found = /temporal version (\d+\.\d+\.\d+)\S* \(Server (\d+\.\d+\.\d+)/.exec(text);
  const [, cli, server] = found ?? [];
  return cli === undefined || server === undefined ? undefined : { cli, server };
}

export function isRecent(version: CliVersion): boolean {
  return atLeast(version.cli, neededCli) && atLeast(version.server, neededServer);
}

function atLeast(version: string, needed: string): boolean {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  for (const [index, part] of want.entries()) {
    const difference = (have[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** What this program says about itself; undefined when it is no Temporal CLI or does not run here. */
export async function versionOf(program: string): Promise<CliVersion | undefined> {
  const { code, output } = await runToEnd(program, ['--version'], { timeoutMs: 10_000 });
  return code === 0 ? parseVersion(output) : undefined;
}
