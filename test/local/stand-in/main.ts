/**
 * The real supervisor over stand-ins for the worker, the API and the migrations. STAND_IN_ROOT is the checkout's place,
 * STAND_IN_RESTARTS another rule for restarts than the one that has patience.
 */
import { join } from 'node:path';
import { run } from '../../../local/run.ts';
import { restartRule, type RestartRule } from '../../../local/services/restarts.ts';

const here = (file: string) => join(import.meta.dirname, file);
const programs = {
  migrate: here('migrate.ts'),
  worker: process.env['STAND_IN_WORKER'] ?? here('worker.ts'),
  api: here('api.ts'),
  build: here('none.ts'),
};
const other = JSON.parse(process.env['STAND_IN_RESTARTS'] ?? '{}') as Partial<RestartRule>;
const root = process.env['STAND_IN_ROOT'] ?? process.cwd();
process.exit(await run(programs, process.env, root, { ...restartRule, ...other }));
