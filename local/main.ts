import { join } from 'node:path';
import { run } from './run.ts';

/**
 * `npm start`: everything on one machine. Database, Temporal, mail catcher and web build start side by side, then the
 * worker, then the API with its page; Ctrl-C stops them in the other order.
 */
const root = join(import.meta.dirname, '..');
const programs = {
  migrate: join(root, 'db', 'migrate.ts'),
  build: join(root, 'web', 'build.ts'),
  worker: join(root, 'worker', 'main.ts'),
  api: join(root, 'api', 'main.ts'),
};
process.exit(await run(programs, process.env, root));
