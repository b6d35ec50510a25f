/**
 * Why PostgreSQL did not start, from the last lines of its log (each holds an SQLSTATE). Only what PostgreSQL itself calls
 * damage is told as damage: whoever reads that reaches for a backup.
 */
import { portSettings } from '../config.ts';
import type { Problem } from '../problem.ts';

export interface Attempted {
  readonly folder: string;
  readonly port: number;
  readonly log: string;
  /** How long it was waited for an earlier server to let go. */
  readonly heldSeconds: number;
}

export const isFullDisk = (text: string): boolean =>
  /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT|\b53100\b/.test(text);

/** In this order: a full disk also breaks files, and a file that may not be read is not one that is missing. */
export function whyNot(tail: string, how: string, { folder, port, log, heldSeconds }: Attempted): Problem {
  const says = (pattern: RegExp) => pattern.test(tail);
  if (says(/\bF0001\b|pre-existing shared memory block|lock file "postmaster\.pid" already exists/))
    return { code: 'databaseHeld', folder, seconds: heldSeconds, tail };
  if (isFullDisk(tail)) return { code: 'diskFull', folder, tail };
  if (says(/Cannot allocate memory|could not (?:create|map|attach).*(?:shared memory|semaphore)|\b53200\b/))
    return { code: 'memoryShort', service: 'PostgreSQL', tail };
  if (says(/could not bind .*Address already in use/))
    return { code: 'portBusy', port, service: 'PostgreSQL', name: portSettings.postgres.name };
  if (says(/could not bind/)) return { code: 'childDied', service: 'postgres', how, tail, log };
  if (says(/Permission denied|has invalid permissions|has wrong ownership|Read-only file system/))
    return { code: 'databaseRights', folder, tail };
  if (says(/configuration (?:file|parameter)|could not load .*(?:pg_hba|pg_ident)|invalid value for parameter/))
    return { code: 'databaseSettings', folder, tail };
  if (says(damage)) return { code: 'databaseDamaged', folder, tail };
  return { code: 'childDied', service: 'postgres', how, tail, log };
}

const damage = new RegExp(
  [
    ...['\\bXX00[12]\\b', '\\bPANIC\\b', 'could not read file', 'control file', 'checkpoint record'],
    ...['could not find the database system', 'could not access status of transaction', 'invalid page'],
    ...['subdirectory "[^"]*" is missing', 'could not open (?:file|directory) .*No such file'],
  ].join('|'),
);
