/** What a person's reading runs on: the second wall behind {@link file://./scope.ts}, which asks for no more than is theirs. */
import type { Actor } from '../core/actor.ts';
import { may } from '../core/item/roles.ts';
import type { Db, Pool } from '../db/pool.ts';
import { standInReader, unitReader } from '../db/unit-reader.ts';

/**
 * Whoever sees all items reads the ledger; the others read one to which no unit but theirs is there, or in another's place no
 * item but theirs.
 */
export function seenBy(pool: Pool, actor: Actor): Db {
  if (may(actor, 'readItem')) return pool;
  const { standsFor } = actor;
  return standsFor === undefined ? unitReader(pool, actor.unitId ?? '') : standInReader(pool, standsFor.absenceId);
}
