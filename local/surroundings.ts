/** What every part of a start is handed. */
import { join } from 'node:path';
import type { LocalConfig } from './config.ts';
import type { Say } from './notes.ts';
import type { Watcher } from './processes/launch.ts';
import type { Supervisor } from './services/supervisor.ts';
import type { Env } from '../core/config.ts';

/** Our own programs, by path: `local/` imports none of them. */
export interface Programs {
  readonly migrate: string;
  readonly worker: string;
  readonly api: string;
  /** Builds the web pages when they are out of date; a checkout without the web part has none. */
  readonly build: string;
}

export interface Surroundings {
  readonly config: LocalConfig;
  readonly programs: Programs;
  readonly env: Env;
  readonly supervisor: Supervisor;
  readonly watchers: readonly Watcher[];
  readonly say: Say;
}

export const programsIn = (root: string): Programs => ({
  migrate: join(root, 'db', 'migrate.ts'),
  worker: join(root, 'worker', 'main.ts'),
  api: join(root, 'api', 'main.ts'),
  build: join(root, 'web', 'build.ts'),
});
