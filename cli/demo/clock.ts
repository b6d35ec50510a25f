/** The demo's time: one clock for people, items and mails, which jumps from act to act. */
import type { Context } from '../../client/context.ts';
import type { FastTemporal } from '../../client/temporal.ts';
import { isFinished } from '../../core/item/item.ts';
import { instant, millis, type Instant } from '../../core/time.ts';
import { itemsOfRound } from '../../db/items.ts';
import { waitingSlots } from '../../db/mails.ts';

/** Longer than any commit takes; only a broken ledger makes the demo wait this long. */
const settleMs = 20_000;

export class DemoClock {
  #aheadMs = 0;

  readonly now = (): Instant => instant(Date.now() + this.#aheadMs);

  /** Lets time pass to `moment` for every open item of the round, then lets the mails leave that are due by then. */
  async passUntil(context: Context, temporal: FastTemporal, roundId: string, moment: Instant): Promise<void> {
    const durationMs = millis(moment) - millis(this.now());
    if (durationMs > 1000) {
      const open = (await itemsOfRound(context.pool, roundId)).filter(({ item }) => !isFinished(item));
      await temporal.passTime(
        roundId,
        open.map(({ id }) => id),
        durationMs,
      );
      this.#aheadMs += durationMs;
      await this.#untilSettled(context, roundId);
    }
    await this.sendDueMails(context, temporal);
  }

  /** Slot by slot in their order, as they would have left one day after the other. */
  async sendDueMails({ pool }: Context, temporal: FastTemporal): Promise<void> {
    for (const { slot } of await waitingSlots(pool)) {
      if (slot > this.now()) return;
      await temporal.relayMails(slot);
    }
  }

  /** The server says that time has passed; the ledger follows within a commit. */
  async #untilSettled({ pool }: Context, roundId: string): Promise<void> {
    for (const end = Date.now() + settleMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const { rows } = await pool.query<{ late: number }>(
        `SELECT count(*)::integer AS late FROM item
         WHERE round_id = $1 AND state NOT IN ('closed', 'cancelled') AND next_wake_at < $2`,
        [roundId, this.now()],
      );
      if (rows[0]?.late === 0) return;
      if (Date.now() > end) throw new Error(`${rows[0]?.late} items did not wake in time`);
    }
  }
}
