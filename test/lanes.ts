/**
 * Scripts of package.json side by side. Each argument is a lane: its scripts run one after the other until one fails, and each
 * of their lines begins with the name of the script. Whatever fails in one lane, the others run to their end.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const lanes = process.argv.slice(2).map((lane) => lane.split(' '));
const running = new Set<ChildProcess>();

async function passes(script: string): Promise<boolean> {
  const child = spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const say = (line: string): boolean => process.stdout.write(`${script}  ${line}\n`);
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', say);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  running.delete(child);
  if (code !== 0) say(`ended with ${code ?? signal}`);
  return code === 0;
}

async function passesAll([script, ...others]: readonly string[]): Promise<boolean> {
  return script === undefined || ((await passes(script)) && passesAll(others));
}

// A script that is asked to end is given the time for it: its servers end with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
  });

if (lanes.length === 0) throw new Error('no script was named');
const passed = await Promise.all(lanes.map(passesAll));
process.exitCode = passed.every(Boolean) ? 0 : 1;
