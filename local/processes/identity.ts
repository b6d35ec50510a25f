/** Who a process is: a number and the moment it began. The number alone is soon given to another. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** When a process began, in the system's own words; empty when there is none. */
export function startOf(pid: number): string {
  if (!hasProc()) return ps(pid, 'lstart=');
  const stat = read(`/proc/${pid}/stat`);
  // The name in brackets may hold blanks; the 20th field after it is the start, in ticks since the machine booted.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** The command line of a process; empty when there is none. */
export const commandOf = (pid: number): string =>
  hasProc() ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'command=');

const hasProc = (): boolean => existsSync('/proc/self/stat');

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string {
  const result = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '';
}
