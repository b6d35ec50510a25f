/** A brake for mail servers that count: never more than so many mails in any sixty seconds. */

const minuteMs = 60_000;

export interface Brake {
  /** Milliseconds to wait before the next mail may leave; 0 lets it go and counts it. */
  readonly take: (nowMs: number) => number;
}

/** @param perMinute undefined: no brake */
export function createBrake(perMinute: number | undefined): Brake {
  const left: number[] = [];
  return {
    take(nowMs) {
      if (perMinute === undefined) return 0;
      while (left[0] !== undefined && left[0] <= nowMs - minuteMs) left.shift();
      const oldest = left[0];
      if (oldest !== undefined && left.length >= perMinute) return oldest + minuteMs - nowMs;
      left.push(nowMs);
      return 0;
    },
  };
}
