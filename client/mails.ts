/** The mail log, and the press that does not wait for the slot. */
import { requireMay, type Context } from './context.ts';
import { notFound } from './refused.ts';
import type { Actor } from '../core/actor.ts';
import {
  countDoubled,
  hurryWaitingLines,
  mailLog,
  planFailedAgain,
  unreachedPeople,
  waitingSlots,
  type MailLogSearch,
} from '../db/mails.ts';
import { transaction } from '../db/pool.ts';
import { insertRecordEvent } from '../db/record-events.ts';

const pageSize = 200;

export async function mails({ pool }: Context, actor: Actor, search: MailLogSearch) {
  requireMay(actor, 'readMails');
  const [log, waiting, unreached, mayHaveDoubled] = await Promise.all([
    mailLog(pool, search, pageSize),
    waitingSlots(pool),
    unreachedPeople(pool),
    countDoubled(pool),
  ]);
  return { mails: log, waiting, unreached, mayHaveDoubled };
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

/** Refused for good, and the address is mended: one mail, or all of a person. @throws Refused notFound where there is none */
export async function sendMailsAgain(
  { pool, now, temporal }: Context,
  actor: Actor,
  of: { readonly mailId: number } | { readonly personId: string },
): Promise<{ mails: number }> {
  requireMay(actor, 'sendMailsNow');
  const mails = await transaction(pool, async (db) => {
    const again = await planFailedAgain(db, of);
    if (again === 0) throw 'mailId' in of ? notFound('mail', String(of.mailId)) : notFound('person', of.personId);
    const event = { kind: 'mailsSentAgain', recordId: 'mails', at: now(), by: actor.personId } as const;
    await insertRecordEvent(db, { ...event, data: { ...of, mails: again } });
    return again;
  });
  await temporal.startMailRelay();
  return { mails };
}
