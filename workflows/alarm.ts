/**
 * The one timer of an item: set to the next moment at which time alone will move it, and re-armed only when that moves.
 *
 * Moving it costs two events, ringing in vain five, leaving it alone none. So while only people can
 * move the item (no next moment), it is left as it is: after a return the same moment is usually right again.
 */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { instant, type Instant } from '../core/time.ts';

const farAheadMs = 30 * 86_400_000;

export class Alarm {
  #atMs: number | null = null;
  #scope: CancellationScope | null = null;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  get at(): Instant | null {
    return this.#atMs === null ? null : instant(this.#atMs);
  }

  /**
   * Sets or moves the alarm; null for no next moment. The same moment again costs nothing.
   *
   * One that rang in vain is set again far ahead. A task that answers a timer with no command at all is merged with the task
   * after it when the history is replayed, and a person's command in that one would then be replayed in another order.
   */
  set(nextMs: number | null, summary: string): void {
    const atMs = nextMs ?? (this.#rang ? Date.now() + farAheadMs : null);
    this.#rang = false;
    if (atMs === null || atMs === this.#atMs) return;
    this.#scope?.cancel();
    this.#atMs = atMs;
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope.run(() => this.#ring(scope, atMs, summary));
  }

  async #ring(scope: CancellationScope, atMs: number, summary: string): Promise<void> {
    try {
      // A moment that has passed is a timer of one millisecond, the SDK's least.
      await sleep(atMs - Date.now(), { summary });
    } catch (error) {
      if (isCancellation(error)) return;
      throw error;
    }
    if (this.#scope !== scope) return;
    this.#rang = true;
    this.#atMs = null;
    this.#scope = null;
  }
}
