/** The one timer of an item: set to the next moment at which time alone will move it, and re-armed only when that moves. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

export class Alarm {
  #atMs: number | null = null;
  #scope: CancellationScope | null = null;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  /** The moment it is set to, or null when it is not set or has rung. */
  get atMs(): number | null {
    return this.#atMs;
  }

  /** Sets, moves or clears the alarm. The same moment again costs nothing. */
  set(atMs: number | null, summary: string): void {
    this.#rang = false;
    if (atMs === this.#atMs) return;
    this.#scope?.cancel();
    this.#scope = null;
    this.#atMs = atMs;
    if (atMs === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope.run(() => this.#ring(scope, atMs, summary));
  }

  async #ring(scope: CancellationScope, atMs: number, summary: string): Promise<void> {
    try {
      // A wait of nothing would still be recorded as a patched timer; a millisecond is a plain one.
      await sleep(Math.max(1, atMs - Date.now()), { summary });
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
