/** The mail log, and the press that does not wait for the slot. */
import { requireMay, type Context } from './context.ts';
import type { Actor } from '../core/actor.ts';
import { countDoubled, hurryWaitingLines, mailLog, waitingSlots, type MailLogSearch } from '../db/mails.ts';
import { transaction } from '../db/pool.ts';
import { insertRecordEvent } from '../db/record-events.ts';

const pageSize = 200;

export async function mails({ pool }: Context, actor: Actor, search: MailLogSearch) {
  requireMay(actor, 'readMails');
  const [log, waiting, mayHaveDoubled] = await Promise.all([
    mailLog(pool, search, pageSize),
    waitingSlots(pool),
    countDoubled(pool),
  ]);
  return { mails: log, waiting, mayHaveDoubled };
}

/** Everything that waits is due now; the relay is asked at once instead of within its minute. */
export async function sendMailsNow({ pool, now, temporal }: Context, actor: Actor): Promise<{ lines: number }> {
  requireMay(actor, 'sendMailsNow');
  const at = now();
  const lines = await transaction(pool, async (db) => {
    const hurried = await hurryWaitingLines(db, at);
    const event = {
      kind: 'mailsHurried',
      recordId: 'mails',
      at,
      by: actor.personId,
      data: { lines: hurried },
    } as const;
    if (hurried > 0) await insertRecordEvent(db, event);
    return hurried;
  });
  await temporal.startMailRelay();
  return { lines };
}
