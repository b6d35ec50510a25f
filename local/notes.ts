/** What is told to the person who waits, on the way. As with problems, the sentences stand in `words/`. */
import type { Problem } from './problem.ts';

export type Note =
  | { readonly code: 'databaseCreating' }
  | { readonly code: 'databaseElsewhere'; readonly folder: string; readonly instead: string }
  | { readonly code: 'databaseHeld'; readonly seconds: number }
  | { readonly code: 'binariesCopied'; readonly folder: string }
  | { readonly code: 'orphansEnded'; readonly names: string }
  | { readonly code: 'temporalPassedOver'; readonly path: string; readonly version: string; readonly needed: string }
  | { readonly code: 'temporalAskingSdk' }
  | { readonly code: 'temporalFetching'; readonly version: string; readonly megabytes: number }
  | { readonly code: 'rehearsalsWithout' }
  | { readonly code: 'webBuilding' }
  | { readonly code: 'migrating' }
  | { readonly code: 'starting'; readonly service: string }
  | { readonly code: 'outsideUsed'; readonly name: string; readonly address: string }
  | {
      readonly code: 'childDied';
      readonly service: string;
      readonly how: string;
      readonly lastWords: string;
      readonly seconds: number;
    }
  | { readonly code: 'childFailed'; readonly service: string; readonly problem: Problem; readonly seconds: number }
  | { readonly code: 'childBack'; readonly service: string }
  | { readonly code: 'stopping' }
  | { readonly code: 'stopped' }
  | { readonly code: 'forced' };

/** One text for every code. */
export type NoteTexts = { readonly [Code in Note['code']]: (note: Extract<Note, { readonly code: Code }>) => string };

/** Tells one thing: the commands print it, tests collect it. */
export type Say = (note: Note) => void;

export const silent: Say = () => undefined;
