/**
 * Takes a data folder for one process alone, by a file that names its owner and the owner's children: when the owner was
 * killed, its children that still run are ended before the folder is another's.
 */
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '../notes.ts';
import { detailOf, LocalProblem } from '../problem.ts';
import { until } from '../until.ts';
import { startOf } from './identity.ts';
import type { Watcher } from './launch.ts';
import { isAlive, signalGroup } from './signal.ts';

interface Entry {
  readonly pid: number;
  /** When the process began: a number alone may since belong to another. */
  readonly began: string;
}

interface Child extends Entry {
  readonly name: string;
  readonly stopSignal: NodeJS.Signals;
}

interface Holding {
  readonly owner: Entry;
  children: Child[];
}

export interface Lock extends Watcher {
  release(): void;
}

/** Others that fail at the same moment move the file away and back: no more tries are ever needed. */
const mostTries = 6;

/** @throws LocalProblem folderInUse, folderUnwritable */
export async function takeLock(folder: string, say: Say): Promise<Lock> {
  const file = join(folder, 'running.json');
  const holding: Holding = { owner: { pid: process.pid, began: startOf(process.pid) }, children: [] };
  try {
    // Others may pass through, as PostgreSQL's own user must when we are root, but not look.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
    for (let tries = 1; !claim(file, holding); tries += 1) {
      const other = read(file);
      if (other !== null && lives(other.owner))
        throw new LocalProblem({ code: 'folderInUse', folder, pid: other.owner.pid });
      if (other !== null) await endOrphans(other.children, say);
      setAside(file, other);
      if (tries === mostTries) throw new Error(file);
    }
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem({ code: 'folderUnwritable', folder, detail: detailOf(error) });
  }
  const save = () => write(file, holding);
  return {
    born(pid, name, stopSignal) {
      holding.children.push({ pid, name, stopSignal, began: startOf(pid) });
      save();
    },
    gone(pid) {
      holding.children = holding.children.filter((child) => child.pid !== pid);
      save();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Makes the file whole in one step, and only if there is none. */
function claim(file: string, holding: Holding): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holding));
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
function setAside(file: string, seen: Holding | null): void {
  const aside = `${file}.old-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== null && taken.owner.pid !== seen?.owner.pid && lives(taken.owner)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

async function endOrphans(children: readonly Child[], say: Say): Promise<void> {
  const living = children.filter(lives).reverse();
  if (living.length === 0) return;
  for (const child of living) {
    process.kill(child.pid, child.stopSignal);
    if (!(await until(async () => !lives(child), { timeoutMs: 10_000 }))) signalGroup(child.pid, 'SIGKILL');
  }
  say({ code: 'orphansEnded', names: living.map(({ name }) => name).join(', ') });
}

function lives(entry: Entry): boolean {
  return isAlive(entry.pid) && startOf(entry.pid) === entry.began;
}

/** A file that was cut off while it was written says nothing, and counts as nobody's. */
function read(file: string): Holding | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holding;
  } catch {
    return null;
  }
}

function write(file: string, holding: Holding): void {
  writeFileSync(`${file}.new`, JSON.stringify(holding));
  renameSync(`${file}.new`, file);
}
