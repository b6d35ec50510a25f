/**
 * What can stand in the way of running on one machine: a code and the facts a reader needs to put it right. The sentences
 * stand in `words/`. Anything else that is thrown here is a bug, not a problem. `tail` is what another program said last.
 */
import type { ConfigProblem } from '../core/config.ts';

export type Problem =
  | { readonly code: 'setting'; readonly fault: ConfigProblem }
  | { readonly code: 'samePort'; readonly name: string; readonly other: string; readonly port: number }
  | { readonly code: 'folderUnwritable'; readonly folder: string; readonly detail: string }
  | { readonly code: 'folderInUse'; readonly folder: string; readonly pid: number }
  | { readonly code: 'diskFull'; readonly folder: string; readonly tail: string }
  | { readonly code: 'memoryShort'; readonly service: string; readonly tail: string }
  | { readonly code: 'portBusy'; readonly port: number; readonly service: string; readonly name: string }
  | { readonly code: 'programMissing'; readonly file: string }
  | { readonly code: 'postgresMissing'; readonly platform: string }
  | { readonly code: 'postgresUser'; readonly detail: string }
  | { readonly code: 'postgresUnreadable'; readonly folder: string }
  | { readonly code: 'postgresInit'; readonly tail: string }
  | { readonly code: 'databaseHeld'; readonly folder: string; readonly seconds: number; readonly tail: string }
  | { readonly code: 'databaseDamaged'; readonly folder: string; readonly tail: string }
  | { readonly code: 'databaseForeign'; readonly folder: string }
  | { readonly code: 'databaseRights'; readonly folder: string; readonly tail: string }
  | { readonly code: 'databaseSettings'; readonly folder: string; readonly tail: string }
  | { readonly code: 'databaseVersion'; readonly folder: string; readonly found: string; readonly needed: string }
  | { readonly code: 'databasePassword'; readonly folder: string; readonly file: string }
  | { readonly code: 'temporalWindows' }
  | { readonly code: 'pythonMissing' }
  | { readonly code: 'pipMissing' }
  | { readonly code: 'registryUnreachable'; readonly tail: string }
  | { readonly code: 'wheelRefused'; readonly tail: string }
  | { readonly code: 'noWheel'; readonly platform: string }
  | { readonly code: 'pipFailed'; readonly tail: string }
  | { readonly code: 'temporalDamaged'; readonly file: string; readonly tail: string }
  | { readonly code: 'outsideSilent'; readonly name: string; readonly address: string; readonly detail: string }
  | { readonly code: 'migrationFailed'; readonly tail: string; readonly log: string }
  | { readonly code: 'buildFailed'; readonly tail: string; readonly log: string }
  | {
      readonly code: 'childDied';
      readonly service: string;
      readonly how: string;
      readonly tail: string;
      readonly log: string;
    }
  | {
      readonly code: 'childSlow';
      readonly service: string;
      readonly seconds: number;
      readonly tail: string;
      readonly log: string;
    }
  | {
      readonly code: 'childGivenUp';
      readonly service: string;
      readonly times: number;
      readonly how: string;
      readonly lastWords: string;
      readonly log: string;
    };

type ProblemOf<Code extends Problem['code']> = Extract<Problem, { readonly code: Code }>;

/** A problem on its way to the terminal. */
export class LocalProblem extends Error {
  override readonly name = 'LocalProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** The words of whatever was thrown, for the `detail` of a problem. */
export function detailOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return detailOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** One text for every code. */
export type ProblemTexts = { readonly [Code in Problem['code']]: (problem: ProblemOf<Code>) => string };

export const problemIn = (texts: ProblemTexts, problem: Problem): string =>
  (texts[problem.code] as (problem: Problem) => string)(problem);
