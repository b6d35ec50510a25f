/** What a start tells the person who waits for it. As with problems, the sentences live in `words.ts`. */
export interface Notes {
  'database-creating': Record<string, never>;
  'database-elsewhere': { folder: string; instead: string };
  'binaries-copied': { folder: string };
  'orphans-ended': { names: string };
  'temporal-passed-over': { path: string; version: string; needed: string };
  'temporal-asking-sdk': Record<string, never>;
  'temporal-fetching': { version: string; megabytes: number };
  'web-building': Record<string, never>;
  migrating: Record<string, never>;
  starting: { service: string };
  'outside-used': { name: string; address: string };
  stopping: Record<string, never>;
  stopped: Record<string, never>;
  forced: Record<string, never>;
}

export type NoteCode = keyof Notes;

/** Tells one thing. Tests collect what is told; `main.ts` prints it. */
export type Say = <C extends NoteCode>(code: C, facts: Notes[C]) => void;

export const silent: Say = () => undefined;
