/** What every bench makes of its measurements. */

/** The value below which this share of the numbers lies; 0.5 is the median. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('a percentile of nothing');
  return value;
}

/** The last line of a bench: ours against the bare operation, or against the same with less. */
export interface Verdict {
  readonly name: string;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** The lowest and the highest ratio of the run's parts. */
  readonly spread: readonly [number, number];
  readonly target: number;
}
