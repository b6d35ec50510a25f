import { join } from 'node:path';
import { run } from '../../../local/run.ts';

/** The real supervisor over stand-ins for the worker, the API and the migrations. STAND_IN_ROOT is the checkout's place. */
const here = (file: string) => join(import.meta.dirname, file);
const programs = {
  migrate: here('migrate.ts'),
  worker: process.env['STAND_IN_WORKER'] ?? here('worker.ts'),
  api: here('api.ts'),
  build: here('none.ts'),
};
process.exit(await run(programs, process.env, process.env['STAND_IN_ROOT'] ?? process.cwd()));
