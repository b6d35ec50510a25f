/** One pass of the relay: several mails under way at once, until nothing waits, the limit is reached or the server is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Brake, Leave } from './mail-brake.ts';
import { send, type Outcome, type Sending } from './mail-send.ts';
import type { MailSource } from './mail-source.ts';
import type { HeldMail } from './mail-write.ts';

/** Mails with the mail server at once: when the process dies, so many may have arrived without anybody knowing. */
export const connections = 4;

/** More than connections: while some wait for the ledger to know that they are handed over, the others keep the lines busy. */
const sendersAtOnce = 2 * connections;

/** After so many mails in a row without an answer the mail server is taken to be away: the others need not find out one by one. */
const awayAfter = 5;

export interface PassOptions {
  readonly sending: Sending;
  readonly source: MailSource;
  readonly brake: Brake;
  readonly limit: number;
  /** By `performance.now()`: nothing is begun after it. */
  readonly endsAt: number;
  readonly onOutcome: (outcome: Outcome) => void;
}

export class RelayPass {
  sent = 0;
  failed = 0;
  skippedLines = 0;
  readonly #options: PassOptions;
  #left: number;
  #withoutAnswer = 0;

  constructor(options: PassOptions) {
    this.#options = options;
    this.#left = options.limit;
  }

  get isAway(): boolean {
    return this.#withoutAnswer >= awayAfter;
  }

  /** More may wait than this pass was allowed to send. */
  get isCutShort(): boolean {
    return this.#left === 0 || performance.now() >= this.#options.endsAt;
  }

  get #goesOn(): boolean {
    return !this.isCutShort && !this.isAway && !this.#options.sending.cancelled.aborted;
  }

  /** Everything that waits; then, one by one with nothing else in hand, what lost its holder before. */
  async run(): Promise<void> {
    const { source } = this.#options;
    const senders = Array.from({ length: sendersAtOnce }, () => this.#sendAll(() => source.next()));
    // All of them come to rest before an error is thrown: none goes on behind the back of a retry.
    const broken = (await Promise.allSettled(senders)).find((end) => end.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    if (this.#goesOn) await this.#sendAll(() => source.nextOfLost());
  }

  /** A mail begun is finished. */
  async #sendAll(next: () => Promise<HeldMail | null>): Promise<void> {
    while (this.#goesOn) {
      this.#left -= 1;
      const leave = await this.#takeLeave();
      const held = leave === null ? null : await next();
      if (held === null || leave === null) {
        leave?.giveBack();
        this.#left += 1;
        return;
      }
      const outcome = await send(held, leave, this.#options.sending);
      this.#count(outcome);
      this.#options.onOutcome(outcome);
    }
  }

  /** Null when the activity was cancelled meanwhile. */
  async #takeLeave(): Promise<Leave | null> {
    const { brake, sending } = this.#options;
    while (!sending.cancelled.aborted) {
      const taken = brake.take(Date.now());
      if ('leave' in taken) return taken.leave;
      await sleep(taken.waitMs, undefined, { signal: sending.cancelled }).catch((error: unknown) => {
        if (!sending.cancelled.aborted) throw error;
      });
    }
    return null;
  }

  #count({ answer, skippedLines }: Outcome): void {
    this.skippedLines += skippedLines;
    if (answer.kind === 'sent') this.sent += 1;
    if (answer.kind === 'refused') this.failed += 1;
    this.#withoutAnswer = answer.kind === 'noAnswer' ? this.#withoutAnswer + 1 : 0;
  }
}
