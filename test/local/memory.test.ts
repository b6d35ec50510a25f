import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryOfTree } from '../support/memory.ts';
import { until } from '../../local/until.ts';

it.runIf(existsSync('/proc/self/status'))('adds up a process and its grandchildren', async () => {
  const child = spawn('sh', ['-c', 'sleep 30 & wait'], { detached: true });
  const pid = child.pid ?? 0;
  await until(async () => memoryOfTree(pid).processes.length === 2, { timeoutMs: 3000 });
  const { processes, totalBytes } = memoryOfTree(process.pid);
  expect(processes.map(({ command }) => command)).toEqual(expect.arrayContaining(['sh', 'sleep']));
  expect(totalBytes).toBeGreaterThan(memoryOfTree(pid).totalBytes);
  process.kill(-pid);
});
