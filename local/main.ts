/**
 * `npm start`: everything on one machine. Database, Temporal, mail catcher and web build start side by side, then the
 * worker, then the API with its page; Ctrl-C stops them in the other order.
 */
import { join } from 'node:path';
import { keepCompiled } from './compiled.ts';

const root = join(import.meta.dirname, '..');
keepCompiled(root);
const { run } = await import('./run.ts');
const { programsIn } = await import('./surroundings.ts');
process.exit(await run(programsIn(root), process.env, root));
