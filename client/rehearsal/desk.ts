/** The one rehearsal that the API has under way or had last: begun, looked at, broken off. It is kept in memory alone. */
import { prepareRehearsal, type Rehearsed } from './rehearse.ts';
import type { RehearsalAsked } from './rehearsal-bodies.ts';
import type { Progress } from './script.ts';
import type { Context } from '../context.ts';
import { Refused, type AnyRefusal } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import type { Assumption } from '../../core/round/rehearsal.ts';
import type { LocalDate } from '../../core/time.ts';

export interface OnDesk {
  readonly roundId: string;
  readonly until: LocalDate;
  readonly assumption: Assumption;
  readonly by: string;
  readonly progress: Progress;
  /** Null while it is played. */
  readonly end: End | null;
}

type End =
  | { readonly kind: 'done'; readonly rehearsed: Rehearsed }
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }
  | { readonly kind: 'stopped' }
  /** Through a fault of ours. */
  | { readonly kind: 'failed' };

export interface Desk {
  /** Settles when it is being played. @throws Refused rehearsalUnderWay, and whatever it cannot be played for */
  begin(actor: Actor, roundId: string, asked: RehearsalAsked): Promise<OnDesk>;
  /** Of this round; null where there is none. */
  of(roundId: string): OnDesk | null;
  /** Harmless where there is none. */
  stop(roundId: string): void;
}

/** @param failed hears of a fault, which nobody waits for */
export function openDesk(context: Context, failed: (error: unknown) => void): Desk {
  let current: OnDesk | null = null;
  let breakOff = new AbortController();
  const refuseSecond = () => {
    if (current?.end === null) throw new Refused({ code: 'rehearsalUnderWay' });
  };
  return {
    async begin(actor, roundId, asked) {
      refuseSecond();
      const play = await prepareRehearsal(context, actor, roundId, asked);
      refuseSecond();
      const stop = new AbortController();
      breakOff = stop;
      const { until, assumption } = asked;
      const progress: Progress = { on: null, mails: 0, leftover: false };
      let own: OnDesk = { roundId, until, assumption, by: actor.personId, progress, end: null };
      current = own;
      const note = (change: Partial<OnDesk>) => (current = own = { ...own, ...change });
      void play({ told: (progress) => void note({ progress }), signal: stop.signal })
        .then(
          (rehearsed): End => ({ kind: 'done', rehearsed }),
          (error: unknown): End => {
            if (stop.signal.aborted) return { kind: 'stopped' };
            if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
            failed(error);
            return { kind: 'failed' };
          },
        )
        .then((end) => note({ end }));
      return own;
    },
    of: (roundId) => (current?.roundId === roundId ? current : null),
    stop(roundId) {
      if (current?.roundId === roundId) breakOff.abort(new Error('broken off'));
    },
  };
}
