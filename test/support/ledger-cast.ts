/** Puts the cast into a ledger, each with the fact of it. */
import { cast, units } from './cast.ts';
import { hashPassword } from '../../client/people/passwords.ts';
import { writePassword, writePerson } from '../../client/people/people.ts';
import { instant } from '../../core/time.ts';
import { insertUnit, updateUnit } from '../../db/people.ts';
import { transaction, type Pool } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';

const at = instant(Date.UTC(2025, 0, 2));

/** One password for all of the cast, so that a test of the doors signs them in. */
export async function giveCastPassword(pool: Pool, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await transaction(pool, async (db) => {
    for (const { id } of Object.values(cast)) await writePassword(db, id, hash, null, at);
  });
}

export function addCast(pool: Pool): Promise<void> {
  return transaction(pool, async (db) => {
    for (const unit of units) await insertUnit(db, { ...unit, position: 0, liaisonId: null });
    for (const { roles, ...member } of Object.values(cast))
      await writePerson(db, null, { ...member, roles: [...roles] }, null, at);
    for (const unit of units) {
      const data = { ...unit, position: 0 };
      await updateUnit(db, data);
      await insertRecordEvent(db, { kind: 'unitCreated', recordId: unit.id, at, by: null, data });
    }
  });
}
