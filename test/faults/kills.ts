/**
 * A morning of mails while PostgreSQL is killed again and again, then another while the worker is: each person must get one
 * digest.
 *
 * Doubled is only what a mail server accepted from a worker that died before it heard so: SMTP has no way to ask. Such a
 * repeat carries the same Message-ID, and the ledger says of it that it may have doubled.
 */
import { setTimeout } from 'node:timers/promises';
import { openStand, type Stand } from './stand.ts';
import type { FaultVerdict } from './verdict.ts';
import { planMorning } from '../support/morning.ts';
import { startSinkProcess, type SinkProcess } from '../support/sink-process.ts';

/** How long the mail server thinks: a morning long enough to be killed in. */
const answerAfterMs = 60;

const patienceMs = 180_000;

interface Morning {
  readonly lost: number;
  readonly doubled: number;
  /** Of the doubled, those of which the ledger says that they may be. */
  readonly told: number;
  readonly recoverMs: number;
}

export async function kills(mails: number, killsEach: number, say: (line: string) => void): Promise<FaultVerdict> {
  const postgres = await morning('postgres', mails, killsEach, say);
  const worker = await morning('worker', mails, killsEach, say);
  return {
    name: 'kills',
    faults: 2 * killsEach,
    lost: postgres.lost + worker.lost,
    doubled: postgres.doubled + worker.doubled,
    frozen: 0,
    astray: 0,
    recoverMs: Math.max(postgres.recoverMs, worker.recoverMs),
    // The knowledge of a worker that lives on is never lost with the database.
    unavoidable: worker.told,
  };
}

async function morning(
  part: 'postgres' | 'worker',
  mails: number,
  killsOfIt: number,
  say: (line: string) => void,
): Promise<Morning> {
  const sink = await startSinkProcess({ answerAfterMs });
  const stand = await openStand({ smtpUrl: sink.url });
  try {
    await planMorning(stand.context.pool, mails);
    await stand.context.temporal.startMailRelay();
    let recoverMs = 0;
    for (let count = 1; count <= killsOfIt; count += 1) {
      await setTimeout(400);
      const begun = performance.now();
      const before = (await sink.report()).mails;
      stand.signal(part, 'SIGKILL');
      await stand.begin(part);
      await relayed(stand, sink, Math.min(before + 1, mails));
      recoverMs = Math.max(recoverMs, performance.now() - begun);
      say(`${part} killed ${count} times, ${(await sink.report()).mails} mails accepted`);
    }
    await settled(stand);
    const { accepted } = await sink.report();
    const doubledIds = Object.keys(accepted).filter((id) => (accepted[id] ?? 0) > 1);
    const { rows } = await stand.context.pool.query<{ id: string }>(
      'SELECT message_id AS id FROM mail WHERE message_id = ANY($1) AND unanswered > 0',
      [doubledIds],
    );
    return {
      lost: mails - Object.keys(accepted).length,
      doubled: Object.values(accepted).reduce((sum, times) => sum + times - 1, 0),
      told: rows.reduce((sum, { id }) => sum + (accepted[id] ?? 0) - 1, 0),
      recoverMs: Math.round(recoverMs),
    };
  } finally {
    await stand.close();
    await sink.stop();
  }
}

/** Until so many have arrived; the relay is asked again, as its schedule does every minute. */
async function relayed(stand: Stand, sink: SinkProcess, mails: number): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await setTimeout(200)) {
    if ((await sink.report()).mails >= mails || (await left(stand)) === 0) return;
    if (Date.now() > end) throw new Error('no further mail left within three minutes');
    // Where a server is still on its way up, the next round asks again.
    await stand.context.temporal.startMailRelay().catch(() => undefined);
  }
}

/** Until the ledger says of every mail that it has left. */
async function settled(stand: Stand): Promise<void> {
  for (const end = Date.now() + patienceMs; (await left(stand)) > 0; await setTimeout(500)) {
    if (Date.now() > end) throw new Error(`${await left(stand)} lines had not left within three minutes`);
    await stand.context.temporal.startMailRelay().catch(() => undefined);
  }
}

/** Lines that wait, and mails that are on their way; unknown while the database is away. */
async function left({ context }: Stand): Promise<number> {
  try {
    const { rows } = await context.pool.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM mail WHERE state IN ('planned', 'sending'))::integer
            + (SELECT count(*) FROM mail_line WHERE mail_id IS NULL)::integer AS count`,
    );
    return rows[0]?.count ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
