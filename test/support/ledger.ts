/** A fresh ledger for a test file: a clone of the migrated template, with the cast in it. */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { addCast } from './ledger-cast.ts';
import { cloneDatabase, dropDatabase } from './postgres.ts';
import { templateDatabase } from './servers.ts';
import type { Item } from '../../core/item/item.ts';
import { readItem } from '../../db/items.ts';
import { openPool, withConnection, type Pool } from '../../db/pool.ts';

export const silentLogger = pino({ level: 'silent' });

export interface TestLedger {
  readonly pool: Pool;
  readonly url: string;
}

/** Opens before all tests of the file and is dropped after them. */
export function useLedger(): { readonly current: TestLedger } {
  let ledger: TestLedger | null = null;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  beforeAll(async () => {
    const url = await cloneDatabase(inject('adminUrl'), inject('ownerUrl'), templateDatabase, name);
    ledger = { url, pool: openPool(url, silentLogger) };
    await addCast(ledger.pool);
  });
  afterAll(async () => {
    await ledger?.pool.end();
    await dropDatabase(inject('adminUrl'), name);
  });
  return {
    get current() {
      if (ledger === null) throw new Error('the ledger is open only while tests run');
      return ledger;
    },
  };
}

/** The ledger as somebody reaches it who may do anything to the database. */
export function adminUrlOf(pool: Pool): string {
  const url = new URL(inject('adminUrl'));
  url.pathname = new URL(pool.options.connectionString ?? '').pathname;
  return url.href;
}

/** A statement of somebody who may do anything to the database: what the programs themselves could not do. */
export async function asAdmin(pool: Pool, statement: string, values: readonly unknown[] = []): Promise<void> {
  await withConnection(adminUrlOf(pool), (admin) => admin.query(statement, [...values]));
}

export async function itemInLedger(pool: Pool, itemId: string): Promise<Item> {
  const record = await readItem(pool, itemId);
  if (record === null) throw new Error(`no item ${itemId}`);
  return record.item;
}
