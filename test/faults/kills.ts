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
import { startSinkProcess } from '../support/sink-process.ts';
import { until } from '../../local/until.ts';

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
      await relayed(stand, async () => (await sink.report()).mails > before || (await left(stand)) === 0);
      recoverMs = Math.max(recoverMs, performance.now() - begun);
      say(`${part} killed ${count} times, ${(await sink.report()).mails} mails accepted`);
    }
    await relayed(stand, async () => (await left(stand)) === 0);
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

/** Until it is so; the relay is asked again and again, as its schedule does every minute. */
async function relayed(stand: Stand, isSo: () => Promise<boolean>): Promise<void> {
  const ask = async () => {
    if (await isSo()) return true;
    // Where a server is still on its way up, the next round asks again.
    await stand.context.temporal.startMailRelay().catch(() => undefined);
    return false;
  };
  if (!(await until(ask, { timeoutMs: patienceMs, everyMs: 200 })))
    throw new Error(`${await left(stand)} lines had not left within three minutes`);
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
