/** A brake for mail servers that count: never more than so many mails in any sixty seconds. */

const minuteMs = 60_000;

export interface Brake {
  /** Milliseconds to wait before the next mail may leave; 0 lets it go and counts it. */
  readonly take: (nowMs: number) => number;
  /** There was no mail after all. */
  readonly giveBack: () => void;
}

/** @param perMinute undefined: no brake */
export function createBrake(perMinute: number | undefined): Brake {
  if (perMinute === undefined) return { take: () => 0, giveBack: () => undefined };
  const gone: number[] = [];
  return {
    take(nowMs) {
      while (gone[0] !== undefined && gone[0] <= nowMs - minuteMs) gone.shift();
      const oldest = gone[0];
      if (oldest !== undefined && gone.length >= perMinute) return oldest + minuteMs - nowMs;
      gone.push(nowMs);
      return 0;
    },
    giveBack: () => void gone.pop(),
  };
}
