/** Writes what a workflow decided: one batch, one transaction; the same batch again changes nothing. */
import type { Activities, Batch, Committed } from './contract.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { MailLine } from '../core/item/mail.ts';
import {
  addMailLines,
  appendEvents,
  countOpen,
  isFinishedInLedger,
  issueLetter,
  projectItem,
  resolveAddressee,
  type OutboxLine,
} from '../db/ledger.ts';
import { transaction, type Db, type Pool } from '../db/pool.ts';

export function createLedgerActivities(pool: Pool): Pick<Activities, 'commitBatch'> {
  return {
    commitBatch: (batch) => transaction(pool, (db) => commit(db, batch)),
  };
}

/** Facts, letters, outbox, projection and counters of one item. */
async function commit(db: Db, { roundId, item, commitments, nextWakeAt }: Batch): Promise<Committed> {
  const fresh = await appendEvents(
    db,
    item.itemId,
    commitments.map(({ event }) => event),
  );
  const news = commitments.filter(({ event }) => fresh.includes(event));
  const last = news.at(-1);
  if (last === undefined) return { seq: item.seq };
  const wasFinished = await isFinishedInLedger(db, item.itemId);
  for (const { event } of news) await issueLetterOf(db, roundId, item.itemId, event);
  const lines = [];
  for (const { event, mails } of news) lines.push(...(await outboxLines(db, batchItemTies(item, event), event, mails)));
  await addMailLines(db, item.itemId, lines);
  await projectItem(db, item, nextWakeAt, last.event.at);
  await countOpen(db, item, wasFinished, last.event.at);
  return { seq: item.seq };
}

type Ties = Parameters<typeof resolveAddressee>[1];

/** An assignment in the batch is addressed to the people it names, even when a later fact of the batch took it back. */
const batchItemTies = (item: Ties, event: ItemEvent): Ties => (event.type === 'assigned' ? event : item);

async function issueLetterOf(db: Db, roundId: string, itemId: string, event: ItemEvent): Promise<void> {
  if (event.type !== 'escalated' || event.step.letter === null) return;
  await issueLetter(db, roundId, itemId, event.seq, event.step.letter, event.sendAt);
}

async function outboxLines(db: Db, ties: Ties, event: ItemEvent, mails: readonly MailLine[]): Promise<OutboxLine[]> {
  const lines = [];
  for (const { to, ...line } of mails) {
    const personIds = await resolveAddressee(db, ties, to, event.by);
    lines.push({ seq: event.seq, ...line, personIds });
  }
  return lines;
}
