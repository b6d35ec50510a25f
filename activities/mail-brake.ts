/** A brake for mail servers that count: never more than so many mails in any sixty seconds. */

const minuteMs = 60_000;

/** The right to hand over one mail. Counted from when it is taken, and for sixty seconds after the mail has gone. */
export interface Leave {
  readonly gone: (nowMs: number) => void;
  /** There was no mail after all. */
  readonly giveBack: () => void;
}

export interface Brake {
  readonly take: (nowMs: number) => { readonly leave: Leave } | { readonly waitMs: number };
}

/** @param perMinute undefined: no brake */
export function createBrake(perMinute: number | undefined): Brake {
  if (perMinute === undefined) return { take: () => ({ leave: { gone: () => undefined, giveBack: () => undefined } }) };
  const gone: number[] = [];
  let outside = 0;
  return {
    take(nowMs) {
      while (gone[0] !== undefined && gone[0] <= nowMs - minuteMs) gone.shift();
      const [oldest] = gone;
      // While all of them are still under way nobody knows when the next may follow.
      if (gone.length + outside >= perMinute)
        return { waitMs: oldest === undefined ? 1000 : oldest + minuteMs - nowMs };
      outside += 1;
      return {
        leave: {
          gone(wentMs) {
            outside -= 1;
            gone.push(wentMs);
          },
          giveBack: () => void (outside -= 1),
        },
      };
    },
  };
}
