import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  pid: number;
  command: string;
  residentBytes: number;
}

/**
 * Resident memory of a process and of all that descend from it, read from /proc (Linux). Pages that processes share
 * are counted in each, as `ps` and `top` do, so the sum errs upwards.
 */
export function memoryOfTree(root: number): { totalBytes: number; processes: ProcessMemory[] } {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(Number(name)));
  const tree = new Set([root]);
  // Children may have lower numbers than their parents once numbers wrap, so go round until nothing is added.
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const processes = all
    .filter(({ pid }) => tree.has(pid))
    .map(({ pid, command, residentBytes }) => ({ pid, command, residentBytes }));
  return { totalBytes: processes.reduce((sum, { residentBytes }) => sum + residentBytes, 0), processes };
}

function statusOf(pid: number): (ProcessMemory & { parent: number })[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(status)?.[1] ?? '';
    const residentBytes = Number.parseInt(field('VmRSS') || '0', 10) * 1024;
    return [{ pid, parent: Number(field('PPid')), command: field('Name'), residentBytes }];
  } catch {
    // It ended while we looked.
    return [];
  }
}
