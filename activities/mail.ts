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
import type { MailHolder } from './mail-holder.ts';
import { connections, RelayPass } from './mail-pass.ts';
import type { MailTransport, Outcome, Sending } from './mail-send.ts';
import { senderOf, type MailSettings } from './mail-settings.ts';
import { MailSource } from './mail-source.ts';
import type { Pool } from '../db/pool.ts';

export type { MailSettings, MailTransport };

export interface MailDeps {
  readonly pool: Pool;
  readonly holder: MailHolder;
  readonly transport: MailTransport;
  readonly settings: MailSettings;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

const heartbeatMs = 2_000;

/** Long before the activity would time out, and be begun again while its mails are still under way. */
const longestPassMs = 5 * 60_000;

const claimSize = 48;

export function createMailActivities(deps: MailDeps): Pick<Activities, 'relayMails'> {
  // One brake for all relays of this process: the mail server does not count them apart.
  const brake = createBrake(deps.settings.mailsPerMinute);
  return { relayMails: (relay) => relayMails(relay, deps, brake) };
}

async function relayMails({ now, limit }: RelayMails, deps: MailDeps, brake: Brake): Promise<RelayedMails> {
  const { pool, holder, settings, logger } = deps;
  const { cancellationSignal: cancelled, heartbeat } = activityContext();
  const beat = setInterval(heartbeat, heartbeatMs);
  const letGo = holder.lease.hold();
  const sending: Sending = { ...deps, now, cancelled };
  const source = new MailSource({
    pool,
    holder,
    now,
    host: senderOf(settings).host,
    // With a brake little is taken at once, so that a letter of the next minute need not wait behind it.
    claimSize: settings.mailsPerMinute === undefined ? claimSize : connections,
  });
  const onOutcome = (outcome: Outcome): void => {
    heartbeat();
    log(outcome, logger);
  };
  const endsAt = performance.now() + longestPassMs;
  const pass = new RelayPass({ sending, source, brake, limit, endsAt, onOutcome });
  try {
    await holder.lease.say();
    await pass.run();
    await followTheDead(pass, source, holder, cancelled);
    return {
      sent: pass.sent,
      failed: pass.failed,
      skippedLines: source.skippedLines + pass.skippedLines,
      remaining: !pass.isAway && pass.isCutShort,
    };
  } finally {
    await source.close();
    await unlessCancelled(holder.allWritten(), cancelled);
    letGo();
    clearInterval(beat);
    cancelled.throwIfAborted();
  }
}

/** While others hold mails they are watched for the length of a lease: whoever died with some is followed at once. */
async function followTheDead(
  pass: RelayPass,
  source: MailSource,
  holder: MailHolder,
  cancelled: AbortSignal,
): Promise<void> {
  const watchedUntil = performance.now() + holder.leaseMs * 1.25;
  while (!pass.isAway && !pass.isCutShort && !cancelled.aborted) {
    const { freed, heldByOthers } = await holder.takeOver();
    if (freed > 0) {
      source.reopen();
      await pass.run();
    } else if (heldByOthers === 0 || performance.now() > watchedUntil) return;
    else await unlessCancelled(sleep(holder.leaseMs / 20), cancelled);
  }
}

async function unlessCancelled(work: Promise<unknown>, cancelled: AbortSignal): Promise<void> {
  if (cancelled.aborted) return;
  const ended = new AbortController();
  const asked = new Promise<void>((resolve) => {
    cancelled.addEventListener('abort', () => resolve(), { once: true, signal: ended.signal });
  });
  await Promise.race([work, asked]).finally(() => ended.abort());
}

function activityContext(): { cancellationSignal: AbortSignal; heartbeat: () => void } {
  const context = Context.current();
  return { cancellationSignal: context.cancellationSignal, heartbeat: () => context.heartbeat() };
}

/** Ids and kinds only: an answer of a mail server quotes addresses, so it stays in the ledger. */
function log({ mailId, answer }: Outcome, logger: MailDeps['logger']): void {
  if (answer.kind === 'sent' || answer.kind === 'skipped')
    logger.info({ mailId, answer: answer.kind }, 'mail answered');
  else logger.warn({ mailId, answer: answer.kind }, 'mail not sent');
}
