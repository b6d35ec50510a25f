/** Where the data lies, and what lies there. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Say } from '../notes.ts';
import { LocalProblem } from '../problem.ts';
import type { RunAs } from '../processes/launch.ts';
import { openFolder, sharedFolder } from './shared-folder.ts';
import { canReach } from './user.ts';

const majorVersion = '18';

/** The names of what lies in the data folder, for those who make backups. */
export const postgresFiles = (dataFolder: string): { readonly folder: string; readonly secretsFile: string } => ({
  folder: join(dataFolder, 'postgres'),
  secretsFile: join(dataFolder, 'postgres-passwords.json'),
});

/** The folder asked for, or, when PostgreSQL's user cannot reach that one, one that it can. */
export function placeFor(folder: string, as: RunAs | null, say: Say): string {
  if (canReach(dirname(folder), as)) return folder;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  const instead = join(openFolder(join(sharedFolder, name)), 'postgres');
  say({ code: 'databaseElsewhere', folder, instead });
  return instead;
}

/** Whether a database is there already; a folder that is neither empty nor a database of our version is a problem. */
export function holdsDatabase(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    // Its other parts are there: a database that has lost this one.
    if (existsSync(join(folder, 'global'))) throw new LocalProblem({ code: 'databaseDamaged', folder, tail: file });
    throw new LocalProblem({ code: 'databaseForeign', folder });
  }
  const found = readFileSync(file, 'utf8').trim();
  if (found === majorVersion) return true;
  throw new LocalProblem({ code: 'databaseVersion', folder, found, needed: majorVersion });
}
