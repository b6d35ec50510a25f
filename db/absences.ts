/** Absences, read from their facts (`0019_absences.sql`); they are written as facts and nothing else. */
import type { Db } from './pool.ts';
import { onlyRow } from './pool.ts';
import { peopleByIds } from './people.ts';
import type { Principal } from '../core/actor.ts';
import { isInForce, unfitness, type Absence } from '../core/people/absence.ts';
import { localDate, type Instant, type LocalDate } from '../core/time.ts';

const columns = `id, person_id AS "personId", substitute_id AS "substituteId", from_on AS "from", to_on AS "to", reason,
  entered_by AS "enteredBy", entered_at AS "enteredAt", ended_at AS "endedAt"`;

export async function readAbsence(db: Db, id: string): Promise<Absence | null> {
  const { rows } = await db.query<Absence>(`SELECT ${columns} FROM absence WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Those whose last day is not over, ended or not. @param personId as whom or for whom; null for everybody's */
export async function absencesUntil(db: Db, today: LocalDate, personId: string | null = null): Promise<Absence[]> {
  const { rows } = await db.query<Absence>(
    `SELECT ${columns} FROM absence
     WHERE to_on >= $1 AND ($2::text IS NULL OR person_id = $2 OR substitute_id = $2) ORDER BY from_on, id`,
    [today, personId],
  );
  return rows;
}

/** The absences that gave their substitutes rights at this moment. @param substituteId of this one alone; null for all */
export async function absencesInForce(db: Db, at: Instant, substituteId: string | null = null): Promise<Absence[]> {
  const found = (await absencesUntil(db, localDate(at), substituteId)).filter((absence) => isInForce(absence, at));
  const ids = found.flatMap(({ personId, substituteId }) => [personId, substituteId]);
  const people = new Map((await peopleByIds(db, ids)).map((person) => [person.id, person]));
  return found.filter((absence) => {
    const absent = people.get(absence.personId);
    const substitute = people.get(absence.substituteId);
    const isOther = substituteId === null || absence.substituteId === substituteId;
    if (!isOther || absent === undefined || substitute === undefined) return false;
    return !absent.hasLeft && unfitness(absent, substitute) === null;
  });
}

/** Whom somebody stands in for at this moment; null where the ledger does not say so. */
export async function principalOf(
  db: Db,
  substituteId: string,
  absentId: string,
  at: Instant,
): Promise<Principal | null> {
  const absence = (await absencesInForce(db, at, substituteId)).find(({ personId }) => personId === absentId);
  return absence === undefined ? null : principalIn(db, absence);
}

async function principalIn(db: Db, { id, personId }: Pick<Absence, 'id' | 'personId'>): Promise<Principal> {
  const { rows } = await db.query<Principal>(
    `SELECT $1::text AS "absenceId", id AS "personId", roles, unit_id AS "unitId",
       in_inspection_office AS "inInspectionOffice",
       EXISTS (SELECT FROM unit WHERE unit.id = person.unit_id AND unit.liaison_id = person.id) AS "isLiaison"
     FROM person WHERE id = $2`,
    [id, personId],
  );
  return onlyRow(rows);
}
