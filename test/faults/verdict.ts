/** What faults did: the last line of each run. */
export interface FaultVerdict {
  readonly name: string;
  readonly faults: number;
  /** Acts that a person was told are done, or mails that were to leave, and are not there. */
  readonly lost: number;
  /** What happened more often than it was asked for. */
  readonly doubled: number;
  /** Of the doubled: in SMTP's own window, and told by the ledger. */
  readonly unavoidable?: number;
  /** Items that nobody can move any more. */
  readonly frozen: number;
  /** Items of which ledger and run, or facts and projection, disagree. */
  readonly astray: number;
  /** The longest from a fault to the next thing that worked, ms. */
  readonly recoverMs: number;
}

/** A random order that can be had again: the same seed, the same faults. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
