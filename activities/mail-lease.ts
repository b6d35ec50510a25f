/** A process that holds mails says that it lives, for as long as it holds some; when it cannot, it knows that others may take over. */
import type { Logger } from 'pino';
import { sayAlive } from '../db/sending.ts';
import type { Pool } from '../db/pool.ts';

/** A process silent for this long is taken for dead; a living one may be cut off from the database for almost as long. */
export const defaultLeaseMs = 15_000;

export class MailLease {
  readonly #pool: Pool;
  readonly #holderId: string;
  readonly #leaseMs: number;
  readonly #logger: Pick<Logger, 'warn'>;
  #users = 0;
  #next: NodeJS.Timeout | null = null;
  #sureUntil = 0;

  constructor(pool: Pool, holderId: string, leaseMs: number, logger: Pick<Logger, 'warn'>) {
    this.#pool = pool;
    this.#holderId = holderId;
    this.#leaseMs = leaseMs;
    this.#logger = logger;
  }

  /**
   * False when the lease may have run out unnoticed: a process that was frozen must not go on where it stood. Judged by this
   * machine's clock from before the question was asked, so never later than the database judges.
   */
  get isSure(): boolean {
    return performance.now() < this.#sureUntil;
  }

  /** @returns lets go of the lease; once everybody has, the process no longer says that it lives */
  hold(): () => void {
    this.#users += 1;
    if (this.#users === 1) this.#later(this.#leaseMs / 5);
    return () => {
      this.#users -= 1;
      if (this.#users > 0 || this.#next === null) return;
      clearTimeout(this.#next);
      this.#next = null;
    };
  }

  async say(): Promise<void> {
    const asked = performance.now();
    await sayAlive(this.#pool, this.#holderId, this.#leaseMs);
    this.#sureUntil = asked + this.#leaseMs;
  }

  #later(afterMs: number): void {
    this.#next = setTimeout(() => void this.#sayAgain(), afterMs);
  }

  async #sayAgain(): Promise<void> {
    const said = await this.say().then(
      () => true,
      (error: unknown) => {
        this.#logger.warn({ reason: String(error) }, 'the ledger does not hear that this process lives');
        return false;
      },
    );
    // Asked more often while the database is away: there is little time when it comes back.
    if (this.#users > 0) this.#later(this.#leaseMs / (said ? 5 : 40));
  }
}
