/** Why the Temporal server did not start, from the last lines of its log, which end with SQLite's number for the fault. */
import { dirname } from 'node:path';
import { portSettings } from '../config.ts';
import type { Problem } from '../problem.ts';
import { lastWords } from '../processes/last-words.ts';

export interface Attempted {
  readonly dbFile: string | null;
  readonly port: number;
  /** The web page; none when null. */
  readonly uiPort: number | null;
  readonly log: string;
}

export function whyNot(tail: string, how: string, { dbFile, port, uiPort, log }: Attempted): Problem {
  const says = (pattern: RegExp) => pattern.test(tail);
  const taken = Number(/listen tcp [^ ]*:(\d+): bind: address already in use/.exec(tail)?.[1]);
  if (taken === port) return { code: 'portBusy', port, service: 'Temporal', name: portSettings.temporal.name };
  if (taken === uiPort)
    return { code: 'portBusy', port: taken, service: 'Temporal UI', name: portSettings.temporalUi.name };
  if (dbFile !== null && says(/\(13\)|no space left on device|disk quota exceeded/i))
    return { code: 'diskFull', folder: dirname(dbFile), tail };
  if (dbFile !== null && says(/\((?:8|14)\)|permission denied/))
    return { code: 'folderUnwritable', folder: dirname(dbFile), detail: lastWords(tail) };
  if (dbFile !== null && says(/\((?:11|26)\)|no such (?:table|column)/))
    return { code: 'temporalDamaged', file: dbFile, tail };
  return { code: 'childDied', service: 'temporal', how, tail, log };
}
