import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from './identity.ts';
import { detailOf, LocalProblem } from './problem.ts';
import { isAlive, signalGroup, type Watcher } from './process.ts';
import type { Say } from './progress.ts';
import { until } from './ports.ts';

interface Entry {
  pid: number;
  /** When the process began: a number alone may since belong to another. */
  began: string;
}

interface Child extends Entry {
  name: string;
  stopSignal: NodeJS.Signals;
}

interface Record {
  owner: Entry;
  children: Child[];
}

export interface Lock extends Watcher {
  release(): void;
}

/**
 * Takes the data folder for this process alone. The lock is a file that names its owner and the owner's children;
 * when the owner was killed, its children that still run are ended before the folder is ours.
 */
export async function takeLock(folder: string, say: Say): Promise<Lock> {
  const file = join(folder, 'running.json');
  const record: Record = { owner: { pid: process.pid, began: startOf(process.pid) }, children: [] };
  try {
    // Others may pass through, as PostgreSQL's own user must when we are root, but not look.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
    for (let tries = 0; !claim(file, record); tries += 1) {
      const other = read(file);
      if (other !== undefined && lives(other.owner))
        throw new LocalProblem('folder-in-use', { folder, pid: other.owner.pid });
      if (other !== undefined) await endOrphans(other.children, say);
      setAside(file, other);
      if (tries > 5) throw new Error(file);
    }
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem('folder-unwritable', { folder, detail: detailOf(error) });
  }
  const save = () => write(file, record);
  return {
    born(pid, name, stopSignal) {
      record.children.push({ pid, name, stopSignal, began: startOf(pid) });
      save();
    },
    gone(pid) {
      record.children = record.children.filter((child) => child.pid !== pid);
      save();
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** Makes the file whole in one step, and only if there is none. */
function claim(file: string, record: Record): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead owner's file, unless someone else has just done so and put a living one in its place. */
function setAside(file: string, seen: Record | undefined): void {
  const aside = `${file}.old-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== undefined && taken.owner.pid !== seen?.owner.pid && lives(taken.owner)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

async function endOrphans(children: readonly Child[], say: Say): Promise<void> {
  const living = children.filter(lives).reverse();
  if (living.length === 0) return;
  for (const child of living) {
    process.kill(child.pid, child.stopSignal);
    if (!(await until(async () => !lives(child), { timeoutMs: 10_000 }))) signalGroup(child.pid, 'SIGKILL');
  }
  say('orphans-ended', { names: living.map((child) => child.name).join(', ') });
}

function lives(entry: Entry): boolean {
  return isAlive(entry.pid) && startOf(entry.pid) === entry.began;
}

/** A file that was cut off while it was written says nothing, and counts as nobody's. */
function read(file: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record;
  } catch {
    return undefined;
  }
}

function write(file: string, record: Record): void {
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}
