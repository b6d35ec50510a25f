import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LocalProblem } from '../problem.ts';
import { runToEnd } from '../process.ts';

/** PostgreSQL refuses to run as root, so root lends it to a user of its own. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** The user PostgreSQL runs as when we are root, made when the machine has none; undefined when we are not root. */
export async function runAs(): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await idsOf('postgres');
  if (found !== undefined) return found;
  await run('groupadd', ['--system', 'postgres']);
  const made = await run('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ]);
  const ids = await idsOf('postgres');
  if (ids === undefined) throw new LocalProblem('postgres-user', { detail: made.output.trim() });
  return ids;
}

async function idsOf(user: string): Promise<RunAs | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

function run(command: string, args: readonly string[]) {
  return runToEnd(command, args, { timeoutMs: 10_000 });
}

/**
 * Whether that user can walk down to a folder: every folder above it, and it itself, must let him pass.
 * A checkout under root's home (mode 700) does not.
 */
export function canReach(folder: string, as: RunAs | undefined): boolean {
  if (as === undefined) return true;
  const path = resolve(folder);
  const stat = statSync(path, { throwIfNoEntry: false });
  const passable =
    stat === undefined ||
    (stat.uid === as.uid ? (stat.mode & 0o100) !== 0 : (stat.mode & (stat.gid === as.gid ? 0o010 : 0o001)) !== 0);
  return passable && (dirname(path) === path || canReach(dirname(path), as));
}
