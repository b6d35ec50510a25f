/** What an earlier PostgreSQL left in the data folder: itself, still running, or its note of who it was. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from '../processes/identity.ts';
import { isAlive } from '../processes/signal.ts';
import { until } from '../until.ts';

/**
 * Asks an orphan to stop: we hold the lock of this data folder, so whatever server still runs in it is one. Then sees to
 * it that PostgreSQL reads the note rightly.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandOf(pid).includes(folder)) {
    process.kill(pid, 'SIGINT');
    await until(async () => !isAlive(pid), { timeoutMs: 15_000 });
  }
  if (existsSync(file)) correctNote(file);
}

/**
 * A number in the note that belongs to another program by now would be taken for the old server. The note itself must stay:
 * its other lines name the memory by which PostgreSQL sees that a part of the old server still lives, and refuses to write
 * beside it. Our own number is its parent's, which PostgreSQL never takes for an old server.
 */
function correctNote(file: string): void {
  const [pid, ...rest] = readFileSync(file, 'utf8').split('\n');
  if (Number(pid) > 0) writeFileSync(file, [process.pid, ...rest].join('\n'));
  else rmSync(file, { force: true });
}
