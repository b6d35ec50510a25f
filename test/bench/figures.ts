/** What every bench makes of its measurements. */

/** The value below which this share of the numbers lies; 0.5 is the median. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('a percentile of nothing');
  return value;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** The last line of a bench: ours against the bare operation, or against the same with less. */
export interface Verdict {
  readonly name: string;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** The lowest and the highest ratio of the run's turns. */
  readonly spread: readonly [number, number];
  readonly target: number;
}

/** @param ours, bare one figure a turn, in the order of the turns */
export function verdictOf(name: string, target: number, ours: readonly number[], bare: readonly number[]): Verdict {
  const ratios = ours.map((figure, turn) => figure / (bare[turn] ?? Number.NaN));
  return {
    name,
    ours: median(ours),
    bare: median(bare),
    ratio: median(ours) / median(bare),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    target,
  };
}

/** Milliseconds. */
export async function timed(operation: () => Promise<unknown> | undefined): Promise<number> {
  const begun = performance.now();
  await operation();
  return performance.now() - begun;
}
