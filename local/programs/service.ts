/** The worker and the API as services of an installation. */
import { logFile } from '../config.ts';
import type { Surroundings } from '../surroundings.ts';
import { startApp } from './app.ts';

/** The API shows what the ledger knows while Temporal is away; the worker can do nothing without it. */
const leansOn = { worker: ['postgres', 'temporal'], api: ['postgres'] } as const;

/**
 * For Node. V8 left to itself takes memory by what the machine has: the worker kept 870 MB after 750 presses, of which these
 * left 400 (`npm run bench -- memory`). The compose file says the same.
 */
export const flags = { worker: ['--max-old-space-size=250', '--max-semi-space-size=4'], api: [] } as const;

/** @returns what it wants to be shown to the person */
export async function app(
  name: 'worker' | 'api',
  env: NodeJS.ProcessEnv,
  around: Surroundings,
): Promise<readonly string[]> {
  const { config, programs, say, supervisor, watchers } = around;
  say({ code: 'starting', service: name });
  const log = logFile(config, name);
  const program = { name, file: programs[name], flags: flags[name], env, logFile: log, watchers };
  const { lines } = await supervisor.keep({
    name,
    logFile: log,
    leansOn: leansOn[name],
    begin: () => startApp(program),
  });
  return lines;
}
