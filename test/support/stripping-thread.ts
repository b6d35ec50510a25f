/** A thread that says which of Node's own modules it has loaded. */

interface Loaded {
  readonly moduleLoadList: readonly string[];
}

/** @returns those whose names have `part` in them */
export const work = (part: unknown): string[] =>
  (process as unknown as Loaded).moduleLoadList.filter((name) => name.includes(String(part)));
