/** Passwords of the two logins. Nobody types them: they keep other users of this machine out. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalProblem } from '../problem.ts';

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
}

/** Kept in a file only we can read, written before the first database so that none is ever lost. */
export function secretsIn(file: string, folder: string): Secrets {
  const kept = existsSync(file) ? secretsOf(readFileSync(file, 'utf8')) : null;
  if (kept !== null) return kept;
  if (existsSync(file) || existsSync(join(folder, 'PG_VERSION')))
    throw new LocalProblem({ code: 'databasePassword', folder, file });
  const secrets = { superuser: randomBytes(24).toString('hex'), owner: randomBytes(24).toString('hex') };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** @returns null when the file holds something else, or was cut off */
function secretsOf(text: string): Secrets | null {
  try {
    const { superuser, owner } = JSON.parse(text) as Partial<Secrets>;
    return typeof superuser === 'string' && typeof owner === 'string' ? { superuser, owner } : null;
  } catch {
    return null;
  }
}
