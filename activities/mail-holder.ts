/**
 * What this process holds of the outbox, and the one writer of what becomes of it.
 *
 * Notes that wait are written together, one statement after the other, and again and again until the ledger has them: what
 * is known to be accepted is never forgotten while this process lives, and never sent again by it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { defaultLeaseMs, MailLease } from './mail-lease.ts';
import type { Pool } from '../db/pool.ts';
import { claimMails, takeOver, writeNotes, type ClaimedMail, type MailNote } from '../db/sending.ts';

export interface MailHolderDeps {
  readonly pool: Pool;
  readonly logger: Pick<Logger, 'warn'>;
  /** Tests wait less long. */
  readonly leaseMs?: number;
}

/** The newest are remembered even after they are written, in case the ledger is restored; so many take a few megabytes. */
const acceptedRemembered = 100_000;

const longestPauseMs = 1000;

interface Waiting {
  readonly note: MailNote;
  /** Whoever waits may give up, for instance on handing over while the database is away. */
  readonly signal: AbortSignal | null;
  readonly settle: (holds: boolean) => void;
}

export class MailHolder {
  readonly id = randomUUID();
  readonly lease: MailLease;
  readonly leaseMs: number;
  readonly #pool: Pool;
  readonly #logger: Pick<Logger, 'warn'>;
  readonly #inHand = new Set<number>();
  readonly #accepted = new Set<string>();
  #claiming: Promise<unknown> = Promise.resolve();
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor({ pool, logger, leaseMs = defaultLeaseMs }: MailHolderDeps) {
    this.#pool = pool;
    this.#logger = logger;
    this.leaseMs = leaseMs;
    this.lease = new MailLease(pool, this.id, leaseMs, logger);
  }

  get holdsNothing(): boolean {
    return this.#inHand.size === 0;
  }

  /** One claim at a time: two at once would take each other's mails for lost ones. */
  claim(limit: number, isOfLost: boolean): Promise<ClaimedMail[]> {
    const claimed = this.#claiming.then(async () => {
      const inHand = [...this.#inHand];
      const mails = await claimMails(this.#pool, { holderId: this.id, limit, inHand, isOfLost });
      for (const { id } of mails) this.#inHand.add(id);
      return mails;
    });
    this.#claiming = claimed.catch(() => undefined);
    return claimed;
  }

  takeOver(): Promise<{ freed: number; heldByOthers: number }> {
    return takeOver(this.#pool, this.id, this.leaseMs);
  }

  hasAccepted(messageId: string): boolean {
    return this.#accepted.has(messageId);
  }

  /** Known from here on, whatever happens to the database. */
  accepted({ id, attempts, messageId }: ClaimedMail, subject: string | null): void {
    this.#accepted.add(messageId);
    if (this.#accepted.size > acceptedRemembered) {
      const [oldest] = this.#accepted;
      if (oldest !== undefined) this.#accepted.delete(oldest);
    }
    void this.note({ id, attempts, kind: 'sent', subject });
  }

  /** @returns when the ledger has it; whether the mail was still this holder's */
  note(note: MailNote, signal: AbortSignal | null = null): Promise<boolean> {
    return new Promise((settle) => {
      this.#waiting.push({ note, signal, settle });
      this.#writing ??= this.#write();
    });
  }

  /** @returns when the ledger has all that was noted */
  async allWritten(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** At the end of the process. @returns how many notes did not reach the ledger */
  async drain(timeoutMs: number): Promise<number> {
    await Promise.race([this.allWritten(), pause(timeoutMs, undefined, { ref: false })]);
    return this.#waiting.length;
  }

  async #write(): Promise<void> {
    const letGo = this.lease.hold();
    for (let failures = 0; ;) {
      // All notes of this turn of the event loop are written together.
      await new Promise(setImmediate);
      const batch = this.#wanted();
      if (batch.length === 0) break;
      try {
        const notes = batch.map(({ note }) => note);
        const holding = await writeNotes(this.#pool, this.id, notes);
        this.#waiting = this.#waiting.filter((waiting) => !batch.includes(waiting));
        for (const { note, settle } of batch) {
          if (note.kind !== 'handedOver') this.#inHand.delete(note.id);
          settle(holding.has(note.id));
        }
        failures = 0;
      } catch (error) {
        if (failures === 0)
          this.#logger.warn({ reason: String(error), notes: batch.length }, 'mails wait to be marked');
        failures += 1;
        await pause(Math.min(longestPauseMs, 50 * 2 ** failures));
      }
    }
    this.#writing = null;
    letGo();
  }

  /** All that waits, of one mail the oldest only: its notes follow each other. */
  #wanted(): Waiting[] {
    for (const { signal, settle } of this.#waiting) if (signal?.aborted === true) settle(false);
    this.#waiting = this.#waiting.filter(({ signal }) => signal?.aborted !== true);
    const first = new Map<number, Waiting>();
    for (const waiting of this.#waiting) if (!first.has(waiting.note.id)) first.set(waiting.note.id, waiting);
    return [...first.values()];
  }
}
