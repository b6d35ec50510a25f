/**
 * Reading for one unit, or in an absent person's place: the ledger shows this reader no row of another, whatever a statement
 * asks for (`0007_second_wall.sql`, `0019_absences.sql`).
 */
import type pg from 'pg';
import { transaction, type Db, type Pool } from './pool.ts';

export const unitReader = (pool: Pool, unitId: string): Db => readerAs(pool, ['rectify_unit', 'rectify.unit', unitId]);

export const standInReader = (pool: Pool, absenceId: string): Db =>
  readerAs(pool, ['rectify_stand_in', 'rectify.absence', absenceId]);

/** Statements run each in a transaction of its own, as a role that reads and nothing else. */
function readerAs(pool: Pool, wall: readonly [role: string, setting: string, value: string]): Db {
  const query = (statement: string | pg.QueryConfig, values?: unknown[]) =>
    transaction(pool, async (db) => {
      await db.query(`SELECT set_config('role', $1, true), set_config($2, $3, true)`, [...wall]);
      return typeof statement === 'string' ? db.query(statement, values) : db.query(statement);
    });
  // The two forms in which the statements of this folder are asked; the others of the driver are not.
  return { query: query as Db['query'], isOfUnit: true };
}
