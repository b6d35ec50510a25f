/** Sends what is due: started every minute by a schedule, by hand for "send now", and for each slot of a rehearsed time. */
import { proxyActivities } from '@temporalio/workflow';
import type { MailRelayed, MailRelayStart } from './contract.ts';
import type { Activities } from '../activities/contract.ts';
import { instant } from '../core/time.ts';

/** How many mails one activity sends: seconds of work, or minutes where the mail server is slow. */
const mailsAtOnce = 1000;

/**
 * Every mail keeps its own attempts in the ledger, so the activity itself is only repeated when its worker or the database was
 * lost. A dead worker is noticed by its missing heartbeat, soon: whoever repeats the activity also takes over its mails.
 */
const { relayMails } = proxyActivities<Pick<Activities, 'relayMails'>>({
  startToCloseTimeout: '30m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

export async function mailRelayWorkflow(start: MailRelayStart): Promise<MailRelayed> {
  const now = start.now ?? instant(Date.now());
  const total = { sent: 0, failed: 0, skippedLines: 0 };
  for (;;) {
    const { sent, failed, skippedLines, remaining } = await relayMails({ now, limit: mailsAtOnce });
    total.sent += sent;
    total.failed += failed;
    total.skippedLines += skippedLines;
    if (!remaining) return total;
  }
}
