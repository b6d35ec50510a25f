/** The user PostgreSQL runs as: it refuses to run as root, so root lends it to a user of its own. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LocalProblem } from '../problem.ts';
import type { RunAs } from '../processes/launch.ts';
import { runToEnd, type ShortEnd } from '../processes/short.ts';

/** Made when the machine has none; null when we are not root and run PostgreSQL ourselves. */
export async function runAs(signal?: AbortSignal): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null;
  const run = (command: string, ...args: readonly string[]) => runToEnd(command, args, { timeoutMs: 10_000, signal });
  const found = await idsOf('postgres', run);
  if (found !== null) return found;
  await run('groupadd', '--system', 'postgres');
  const noLogin = ['--no-create-home', '--shell', '/bin/false'];
  const made = await run('useradd', '--system', '--gid', 'postgres', ...noLogin, 'postgres');
  const ids = await idsOf('postgres', run);
  if (ids === null) throw new LocalProblem({ code: 'postgresUser', detail: made.output.trim() });
  return ids;
}

async function idsOf(
  user: string,
  run: (command: string, ...args: readonly string[]) => Promise<ShortEnd>,
): Promise<RunAs | null> {
  const [uid, gid] = await Promise.all([run('id', '-u', user), run('id', '-g', user)]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

/**
 * Whether that user can walk down to a folder: every folder above it, and it itself, must let him pass.
 * A checkout under root's home (mode 700) does not.
 */
export function canReach(folder: string, as: RunAs | null): boolean {
  if (as === null) return true;
  const path = resolve(folder);
  const stat = statSync(path, { throwIfNoEntry: false });
  const isPassable = stat === undefined || (stat.mode & passBit(stat, as)) !== 0;
  return isPassable && (dirname(path) === path || canReach(dirname(path), as));
}

const passBit = (stat: RunAs, as: RunAs): number => (stat.uid === as.uid ? 0o100 : stat.gid === as.gid ? 0o010 : 0o001);
