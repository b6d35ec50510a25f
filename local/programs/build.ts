/** The web pages, built when they are out of date. */
import { existsSync } from 'node:fs';
import { logFile } from '../config.ts';
import { LocalProblem } from '../problem.ts';
import type { Surroundings } from '../surroundings.ts';
import { runScript } from './script.ts';

/** After so long a person wonders what is going on. */
const quietMs = 1500;

/** The build itself knows whether it is out of date; it is only spoken of when it takes time. */
export async function build({ config, programs, env, watchers, say }: Surroundings): Promise<void> {
  if (!existsSync(programs.build)) return;
  const timer = setTimeout(() => say({ code: 'webBuilding' }), quietMs);
  const log = logFile(config, 'build');
  const { hasFailed, tail } = await runScript({ name: 'build', file: programs.build, env, logFile: log, watchers });
  clearTimeout(timer);
  if (hasFailed) throw new LocalProblem({ code: 'buildFailed', tail, log });
}
