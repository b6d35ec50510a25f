/**
 * `npm run -s demo`: servers of its own for one round, apart from those of `npm start`, and the program that plays it.
 *
 * Everything lies in a folder that is deleted afterwards; the ports are free ones, so a demo can run beside a start.
 */
import { join } from 'node:path';
import { keepCompiled } from './compiled.ts';

const root = join(import.meta.dirname, '..');
keepCompiled(root);
const { runDemo } = await import('./run-demo.ts');
process.exit(await runDemo(process.env, root, process.argv.slice(2)));
