/** Units, written by admins. */
import { requireMay, type Context } from '../context.ts';
import { newUnitId } from '../ids.ts';
import type { UnitChange, NewUnit } from './people-bodies.ts';
import { merged, presentPerson } from './people.ts';
import { notFound, Refused } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import type { Unit } from '../../core/people/people.ts';
import type { Instant } from '../../core/time.ts';
import { insertUnit, lockPeople, readUnit, updateUnit } from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';

export async function createUnit({ pool, now }: Context, actor: Actor, given: NewUnit): Promise<Unit> {
  requireMay(actor, 'editPeople');
  const unit: Unit = { ...given, id: given.id ?? newUnitId() };
  return transaction(pool, async (db) => {
    await lockPeople(db);
    if ((await readUnit(db, unit.id)) !== null) throw new Refused({ code: 'idTaken', id: unit.id });
    await writeUnit(db, actor.personId, unit, now());
    return unit;
  });
}

/** Writes a unit with the fact of it in the caller's transaction, which holds {@link lockPeople}. */
export async function writeUnit(db: Db, by: string, unit: Unit, at: Instant): Promise<void> {
  await refuseUnknownLiaison(db, unit);
  await insertUnit(db, unit);
  await insertRecordEvent(db, { kind: 'unitCreated', recordId: unit.id, at, by, data: { ...unit } });
}

/** The same for a change. */
export async function writeUnitChange(db: Db, by: string, unit: Unit, at: Instant): Promise<void> {
  await refuseUnknownLiaison(db, unit);
  await updateUnit(db, unit);
  await insertRecordEvent(db, { kind: 'unitChanged', recordId: unit.id, at, by, data: { ...unit } });
}

export async function changeUnit({ pool, now }: Context, actor: Actor, id: string, change: UnitChange): Promise<Unit> {
  requireMay(actor, 'editPeople');
  return transaction(pool, async (db) => {
    await lockPeople(db);
    const before = await readUnit(db, id);
    if (before === null) throw notFound('unit', id);
    const unit = merged<Unit>(before, change);
    await writeUnitChange(db, actor.personId, unit, now());
    return unit;
  });
}

async function refuseUnknownLiaison(db: Db, { liaisonId }: Pick<Unit, 'liaisonId'>): Promise<void> {
  if (liaisonId !== null) await presentPerson(db, liaisonId);
}
