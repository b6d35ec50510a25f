/** When a service that died is begun again, and when there is no hope. */

export interface RestartRule {
  /** The pause before the first restart; each further one is twice as long … */
  readonly firstPauseMs: number;
  /** … and none is longer than this. */
  readonly longestPauseMs: number;
  /** A service that died more often than this in a row is given up. */
  readonly mostInARow: number;
  /** A life this long ends the row. */
  readonly steadyMs: number;
}

/** Some minute and a half of patience: longer than PostgreSQL takes to recover, and a port to be free again. */
export const restartRule: RestartRule = {
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  mostInARow: 8,
  steadyMs: 60_000,
};

/** @returns the pause after so many deaths in a row, or null when the service is given up */
export function pauseMsAfter(deaths: number, rule: RestartRule): number | null {
  if (deaths > rule.mostInARow) return null;
  return Math.min(rule.firstPauseMs * 2 ** (deaths - 1), rule.longestPauseMs);
}
