/** The life of one demo, from the command to the last process gone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portsOf, readConfig, type LocalConfig } from './config.ts';
import { lifetime } from './lifetime.ts';
import type { Say } from './notes.ts';
import { freePort } from './ports.ts';
import { LocalProblem } from './problem.ts';
import { app } from './programs/service.ts';
import { startServers } from './start.ts';
import { programsIn } from './surroundings.ts';
import { localesOf, noteText } from './words.ts';
import type { Env } from '../core/config.ts';

/** As a shell reports a program that Ctrl-C ended. */
const brokenOffCode = 130;

/** @returns the exit code of the player */
export async function runDemo(env: Env, root: string, args: readonly string[]): Promise<number> {
  const locales = localesOf(env);
  // What is told on the way goes to standard error: standard output is the diary's, and its last line may be JSON.
  const say: Say = (note) => console.error(noteText(note, locales));
  return lifetime({ env, locales, say, stoppedCode: brokenOffCode }, async ({ supervisor, watchers, atEnd }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rectify-demo-'));
    atEnd(() => rmSync(folder, { recursive: true, force: true }));
    // The user that PostgreSQL runs as must reach its data.
    chmodSync(folder, 0o755);
    const config = await demoConfig(env, root, folder);
    const programs = programsIn(root);
    const around = { config, programs, env: ownEnv(env), supervisor, watchers, say };
    const playerEnv = await startServers(around);
    await app('worker', playerEnv, around);
    return play([join(root, 'cli', 'demo', 'main.ts'), ...args], playerEnv, supervisor.stopping);
  });
}

/** The settings of an installation are not the demo's: it has its own folder, ports and servers. */
const ownEnv = (env: Env): Env =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:TEMPORAL_|RECTIFY_(?!LANG)|DATABASE_URL|SMTP_URL|PORT$)/.test(name)),
  );

async function demoConfig(env: Env, root: string, dataFolder: string): Promise<LocalConfig> {
  const { RECTIFY_CACHE_DIR, RECTIFY_TEMPORAL_SOURCES } = env;
  const read = readConfig({ RECTIFY_CACHE_DIR, RECTIFY_TEMPORAL_SOURCES, RECTIFY_LANG: env['RECTIFY_LANG'] }, root);
  if ('problems' in read) {
    const [problem] = read.problems;
    if (problem !== undefined) throw new LocalProblem(problem);
    throw new Error('the configuration was refused without a reason');
  }
  const free = await Promise.all(Object.values(portsOf(() => null)).map(freePort));
  const ports = portsOf(() => free.pop() ?? 0);
  return { ...read.config, dataFolder, ports, isKept: false };
}

/** The player writes to our own output; it ends with us, should we be stopped before it is done. */
async function play(args: readonly string[], env: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<number> {
  const player = spawn(process.execPath, args, { env, stdio: 'inherit' });
  stopping.addEventListener('abort', () => player.kill('SIGKILL'));
  const [code] = (await once(player, 'exit')) as [number | null];
  return code ?? brokenOffCode;
}
