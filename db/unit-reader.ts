/** Reading for one unit: the ledger shows this reader no row of another, whatever a statement asks for (`0007_second_wall.sql`). */
import type pg from 'pg';
import { transaction, type Db, type Pool } from './pool.ts';

/** Statements run each in a transaction of its own, as a role that reads and nothing else. */
export function unitReader(pool: Pool, unitId: string): Db {
  const query = (statement: string | pg.QueryConfig, values?: unknown[]) =>
    transaction(pool, async (db) => {
      await db.query(`SELECT set_config('role', 'rectify_unit', true), set_config('rectify.unit', $1, true)`, [unitId]);
      return typeof statement === 'string' ? db.query(statement, values) : db.query(statement);
    });
  // The two forms in which the statements of this folder are asked; the others of the driver are not.
  return { query: query as Db['query'], isOfUnit: true };
}
