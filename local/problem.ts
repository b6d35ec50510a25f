/**
 * What can stand in the way of running on one machine. A problem is a code with facts; its sentences, in both languages,
 * live in `words.ts`. Anything else that is thrown here is a bug, not a problem.
 */
export interface Facts {
  'unknown-setting': { name: string; meant: string };
  'bad-port': { name: string; value: string };
  'same-port': { name: string; other: string; port: number };
  'bad-address': { name: string; example: string };
  'bad-choice': { name: string; value: string; choices: string };
  'folder-unwritable': { folder: string; detail: string };
  'folder-in-use': { folder: string; pid: number };
  'port-busy': { port: number; service: string; name: string };
  'program-missing': { file: string };
  'postgres-missing': { platform: string };
  'postgres-user': { detail: string };
  'postgres-unreadable': { folder: string };
  'postgres-init': { tail: string };
  'database-corrupt': { folder: string; tail: string };
  'database-version': { folder: string; found: string; needed: string };
  'database-password': { folder: string; file: string };
  'temporal-windows': Record<string, never>;
  'python-missing': Record<string, never>;
  'pip-missing': Record<string, never>;
  'registry-unreachable': { tail: string };
  'wheel-refused': { tail: string };
  'no-wheel': { platform: string };
  'pip-failed': { tail: string };
  'temporal-corrupt': { file: string; tail: string };
  'outside-silent': { name: string; address: string; detail: string };
  'migration-failed': { tail: string; log: string };
  'build-failed': { tail: string; log: string };
  'child-died': { service: string; how: string; tail: string; log: string };
  'child-slow': { service: string; seconds: number; tail: string; log: string };
}

export type Code = keyof Facts;

/** One thing that went wrong and the facts a reader needs to put it right. */
export class LocalProblem<C extends Code = Code> extends Error {
  readonly code: C;
  readonly facts: Facts[C];

  constructor(code: C, facts: Facts[C]) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'LocalProblem';
    this.code = code;
    this.facts = facts;
  }
}

/** Tells a problem from a bug. */
export function isProblem(error: unknown): error is LocalProblem {
  return error instanceof LocalProblem;
}

/** The words of whatever was thrown, for the `detail` of a problem. */
export function detailOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return detailOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
