/** Connections that the server ends: whoever used one gets an error, and the process and its pool live on. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPool, transaction, withConnection, type Pool } from '../../db/pool.ts';
import { useLedger } from '../support/ledger.ts';

const ledger = useLedger();
const kills = 30;

/** An error event that nobody hears arrives here, and would end a process that is no test. */
const unheard: Error[] = [];
const hear = (error: Error) => void unheard.push(error);
beforeEach(() => {
  unheard.length = 0;
  process.on('uncaughtException', hear);
});
afterEach(() => void process.off('uncaughtException', hear));

/** Ends every connection to the test's database, as an administrator or a dying server does. */
async function endConnections(): Promise<number> {
  const database = new URL(ledger.current.url).pathname.slice(1);
  return withConnection(inject('adminUrl'), async (admin) => {
    const ended = await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      database,
    ]);
    return ended.rowCount ?? 0;
  });
}

async function whilePoolIsOpen(work: (pool: Pool, words: string[]) => Promise<void>): Promise<void> {
  const words: string[] = [];
  const pool = openPool(ledger.current.url, {
    error: (_facts: unknown, text?: string) => void words.push(text ?? ''),
  });
  try {
    await work(pool, words);
  } finally {
    await pool.end();
  }
}

describe('a connection that the server ends', () => {
  it('between two statements of a transaction undoes it, and the next one works', async () => {
    await whilePoolIsOpen(async (pool, words) => {
      const cutOff = transaction(pool, async (db) => {
        await db.query(`UPDATE unit SET name = 'half done'`);
        await endConnections();
        await pause(50);
        await db.query('SELECT 1');
      });
      await expect(cutOff).rejects.toThrow(/not queryable|terminat/i);
      expect(words).toContain('database connection lost');
      const { rows } = await transaction(pool, (db) => db.query(`SELECT 1 FROM unit WHERE name = 'half done'`));
      expect(rows).toEqual([]);
      expect(unheard).toEqual([]);
    });
  });

  it(`leaves the process alive however it is used: ${kills} times under load`, async () => {
    await whilePoolIsOpen(async (pool) => {
      let isOver = false;
      let done = 0;
      let failed = 0;
      const keepAsking = async (ask: () => Promise<unknown>) => {
        while (!isOver)
          await ask().then(
            () => (done += 1),
            () => (failed += 1),
          );
      };
      const inTransaction = () =>
        transaction(pool, async (db) => {
          await db.query('SELECT pg_advisory_xact_lock_shared(1)');
          await pause(3);
          await db.query('SELECT pg_sleep(0.002)');
        });
      const load = [
        ...Array.from({ length: 6 }, () => keepAsking(inTransaction)),
        keepAsking(() => pool.query('SELECT pg_sleep(0.002)')),
        keepAsking(() => pool.query('SELECT 1').then(() => pause(5))),
      ];
      let ended = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(20);
        ended += await endConnections();
      }
      isOver = true;
      await Promise.all(load);
      expect(unheard).toEqual([]);
      expect(ended).toBeGreaterThan(kills);
      expect(failed).toBeGreaterThan(kills);
      expect(done).toBeGreaterThan(kills);
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
  });

  it('fails the work that holds it alone, such as a migration, with the reason', async () => {
    const cutOff = withConnection(ledger.current.url, async (connection) => {
      await connection.query('SELECT pg_advisory_lock(1)');
      await endConnections();
      await pause(50);
      await connection.query('SELECT 1');
    });
    await expect(cutOff).rejects.toThrow(/not queryable|terminat/i);
    expect(unheard).toEqual([]);
  });

  it('is reported without the connection, which knows the password', async () => {
    const logged: unknown[] = [];
    const pool = openPool(ledger.current.url, { error: (facts: unknown) => void logged.push(facts) });
    await pool.query('SELECT 1');
    await endConnections();
    await pause(50);
    await pool.end();
    expect(JSON.stringify(logged[0])).toMatch(/^\{"reason":"[^"]*terminat[^"]*"\}$/);
    expect(JSON.stringify(logged)).not.toContain(new URL(ledger.current.url).password);
  });
});
