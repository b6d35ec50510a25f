/** The demo's time: one clock for people, items and mails, which jumps from act to act. */
import type { Context } from '../../client/context.ts';
import { items } from '../../client/items/items.ts';
import { mails } from '../../client/mails.ts';
import { lateWakes } from '../../client/rounds/news.ts';
import type { FastTemporal } from '../../client/temporal.ts';
import { isFinished } from '../../core/item/item.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import { mostItems } from '../../core/round/round.ts';
import { instant, millis, type Instant } from '../../core/time.ts';

/** Longer than any commit takes; only a broken ledger makes the demo wait this long. */
const settleMs = 20_000;

/** What passes: the time of one round's items, looked at by its admin. */
export interface Passing {
  readonly context: Context;
  readonly temporal: FastTemporal;
  readonly admin: Person;
  readonly roundId: string;
}

export class DemoClock {
  #aheadMs = 0;

  readonly now = (): Instant => instant(Date.now() + this.#aheadMs);

  /** Lets time pass to `moment` for every open item of the round, then lets the mails leave that are due by then. */
  async passUntil(passing: Passing, moment: Instant): Promise<void> {
    const { context, temporal, admin, roundId } = passing;
    const durationMs = millis(moment) - millis(this.now());
    if (durationMs > 1000) {
      const all = await items(context, actorOf(admin), { round: roundId, sort: 'position', limit: mostItems });
      const open = all.items.filter((row) => !isFinished(row));
      await temporal.passTime(
        roundId,
        open.map(({ id }) => id),
        durationMs,
      );
      this.#aheadMs += durationMs;
      await this.#untilSettled(passing);
    }
    await this.sendDueMails(passing);
  }

  /** Slot by slot in their order, as they would have left one day after the other. */
  async sendDueMails({ context, temporal, admin }: Passing): Promise<void> {
    const { waiting } = await mails(context, actorOf(admin), { before: null, mayHaveDoubled: false });
    for (const { slot } of waiting) {
      if (slot > this.now()) return;
      await temporal.relayMails(slot);
    }
  }

  /** The server says that time has passed; the ledger follows within a commit. */
  async #untilSettled({ context, admin, roundId }: Passing): Promise<void> {
    for (const end = Date.now() + settleMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const late = await lateWakes(context, actorOf(admin), roundId);
      if (late === 0) return;
      if (Date.now() > end) throw new Error(`${late} items did not wake in time`);
    }
  }
}
