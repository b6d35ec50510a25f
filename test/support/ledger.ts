/** A fresh ledger for a test file: a clone of the migrated template, with the cast in it. */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { cast, units } from './cast.ts';
import { cloneDatabase, dropDatabase } from './postgres.ts';
import { templateDatabase } from './servers.ts';
import { openPool, type Pool } from '../../db/pool.ts';

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

async function addCast(pool: Pool): Promise<void> {
  for (const { id, name } of units) await pool.query('INSERT INTO unit (id, name) VALUES ($1, $2)', [id, name]);
  for (const person of Object.values(cast))
    await pool.query(
      `INSERT INTO person (id, name, email, locale, roles, unit_id, is_chief, in_inspection_office)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        person.id,
        person.name,
        person.email,
        person.locale,
        person.roles,
        person.unitId,
        person.isChief,
        person.inInspectionOffice,
      ],
    );
  for (const { id, liaisonId } of units)
    if (liaisonId !== null) await pool.query('UPDATE unit SET liaison_id = $2 WHERE id = $1', [id, liaisonId]);
}
