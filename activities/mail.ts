/**
 * The mails leave: what is due becomes mails, and mails go to the mail server, a few at a time.
 *
 * Two clocks. The slot clock (`now`, which a rehearsal may run ahead) decides what is due. The database's clock decides when a
 * mail is tried, so a mail for a slot in a rehearsed future leaves at once and a failed one waits real minutes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { Activities, RelayMails, RelayedMails } from './contract.ts';
import { createBrake, type Brake } from './mail-brake.ts';
import { gatherMails } from './mail-gather.ts';
import { sendNext, type MailTransport, type Outcome, type Sending } from './mail-send.ts';
import { senderOf, type MailSettings } from './mail-settings.ts';
import type { Pool } from '../db/pool.ts';

export type { MailSettings, MailTransport };

export interface MailDeps {
  readonly pool: Pool;
  readonly transport: MailTransport;
  readonly settings: MailSettings;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** Mails under way at once; the transport needs as many connections. */
export const sendersAtOnce = 4;

/** So many mails in a row without a word about them, and the mail server is away: the others need not find out one by one. */
const awayAfter = 5;

const heartbeatMs = 5_000;

export function createMailActivities(deps: MailDeps): Pick<Activities, 'relayMails'> {
  // One brake for all relays of this process: the mail server does not count them apart.
  const brake = createBrake(deps.settings.mailsPerMinute);
  return { relayMails: (relay) => relayMails(relay, deps, brake) };
}

async function relayMails(relay: RelayMails, deps: MailDeps, brake: Brake): Promise<RelayedMails> {
  const { cancellationSignal, heartbeat } = activityContext();
  const beat = setInterval(heartbeat, heartbeatMs);
  try {
    const gathered = await gatherMails(deps.pool, relay, senderOf(deps.settings).host);
    const pass = new RelayPass(relay.limit, cancellationSignal);
    const sending: Sending = { ...deps, now: relay.now };
    const senders = Array.from({ length: sendersAtOnce }, () =>
      pass.run(sending, brake, (outcome) => {
        heartbeat();
        log(outcome, deps.logger);
      }),
    );
    // All of them come to rest before an error is thrown: none goes on behind the back of a retry.
    const broken = (await Promise.allSettled(senders)).find((end) => end.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    cancellationSignal.throwIfAborted();
    return {
      sent: pass.sent,
      failed: pass.failed,
      skippedLines: gathered.skippedLines + pass.skippedLines,
      remaining: !pass.isAway && (pass.left === 0 || gathered.people === relay.limit),
    };
  } finally {
    clearInterval(beat);
  }
}

function activityContext(): { cancellationSignal: AbortSignal; heartbeat: () => void } {
  const context = Context.current();
  return { cancellationSignal: context.cancellationSignal, heartbeat: () => context.heartbeat() };
}

/** The counts that the senders of one call share. */
class RelayPass {
  sent = 0;
  failed = 0;
  skippedLines = 0;
  left: number;
  #withoutAnswer = 0;
  readonly #cancelled: AbortSignal;

  constructor(limit: number, cancelled: AbortSignal) {
    this.left = limit;
    this.#cancelled = cancelled;
  }

  get isAway(): boolean {
    return this.#withoutAnswer >= awayAfter;
  }

  /** Sends until nothing waits, the limit is reached, the server is away or the activity is cancelled. A mail begun is finished. */
  async run(sending: Sending, brake: Brake, onOutcome: (outcome: Outcome) => void): Promise<void> {
    while (this.left > 0 && !this.isAway && !this.#cancelled.aborted) {
      this.left -= 1;
      await this.#wait(brake);
      const outcome = this.#cancelled.aborted ? null : await sendNext(sending);
      if (outcome === null) {
        brake.giveBack();
        this.left += 1;
        return;
      }
      this.#count(outcome);
      onOutcome(outcome);
    }
  }

  /** Before the claim, so that no lease runs out meanwhile. */
  async #wait(brake: Brake): Promise<void> {
    for (let waitMs = brake.take(Date.now()); waitMs > 0; waitMs = brake.take(Date.now())) {
      await sleep(waitMs, undefined, { signal: this.#cancelled }).catch((error: unknown) => {
        if (!this.#cancelled.aborted) throw error;
      });
      if (this.#cancelled.aborted) return;
    }
  }

  #count({ answer, skippedLines }: Outcome): void {
    this.skippedLines += skippedLines;
    if (answer.kind === 'sent') this.sent += 1;
    if (answer.kind === 'refused') this.failed += 1;
    this.#withoutAnswer = answer.kind === 'noAnswer' ? this.#withoutAnswer + 1 : 0;
  }
}

/** Ids and kinds only: an answer of a mail server quotes addresses, so it stays in the ledger. */
function log({ mailId, answer }: Outcome, logger: MailDeps['logger']): void {
  if (answer.kind === 'sent' || answer.kind === 'skipped') logger.info({ mailId }, `mail ${answer.kind}`);
  else logger.warn({ mailId, answer: answer.kind }, 'mail not sent');
}
