/** People and units. */
import { onlyRow, type Db } from './pool.ts';
import type { Person, Unit } from '../core/people/people.ts';
import type { Instant } from '../core/time.ts';

/** @param reach the table that tells the address and the telephone */
const columnsWith = (reach: string) => `person.id, person.name, ${reach}.email, person.locale, person.roles,
  person.unit_id AS "unitId", ${reach}.phone, person.is_chief AS "isChief",
  person.in_inspection_office AS "inInspectionOffice", person.left_at IS NOT NULL AS "hasLeft"`;

const personColumns = columnsWith('person');

export async function listPeople(db: Db): Promise<Person[]> {
  const { rows } = await db.query<Person>(`SELECT ${personColumns} FROM person ORDER BY name, id`);
  return rows;
}

/** A person as a reader is shown them: null where the ledger does not say how to reach them. */
export type ShownPerson = Omit<Person, 'email'> & { readonly email: string | null };

export async function listShownPeople(db: Db): Promise<ShownPerson[]> {
  const { rows } = await db.query<ShownPerson>(
    `SELECT ${columnsWith('reach')}
     FROM person LEFT JOIN person_reach AS reach USING (id) ORDER BY person.name, person.id`,
  );
  return rows;
}

export async function listNames(db: Db): Promise<Pick<Person, 'id' | 'name'>[]> {
  const { rows } = await db.query<Pick<Person, 'id' | 'name'>>('SELECT id, name FROM person');
  return rows;
}

export async function readPerson(db: Db, id: string): Promise<Person | null> {
  const { rows } = await db.query<Person>(`SELECT ${personColumns} FROM person WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

export async function peopleByIds(db: Db, ids: readonly string[]): Promise<Person[]> {
  const { rows } = await db.query<Person>(`SELECT ${personColumns} FROM person WHERE id = ANY($1) ORDER BY id`, [ids]);
  return rows;
}

export async function personByEmail(db: Db, email: string): Promise<(Person & { passwordHash: string | null }) | null> {
  const { rows } = await db.query<Person & { passwordHash: string | null }>(
    `SELECT ${personColumns}, person.password_hash AS "passwordHash" FROM person WHERE lower(email) = lower($1)`,
    [email],
  );
  return rows[0] ?? null;
}

export async function countAdmins(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM person WHERE 'admin' = ANY(roles) AND left_at IS NULL`,
  );
  return onlyRow(rows).count;
}

export async function insertPerson(db: Db, person: Person): Promise<void> {
  await db.query(
    `INSERT INTO person (id, name, email, locale, roles, unit_id, phone, is_chief, in_inspection_office)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      person.id,
      person.name,
      person.email,
      person.locale,
      person.roles,
      person.unitId,
      person.phone,
      person.isChief,
      person.inInspectionOffice,
    ],
  );
}

export async function updatePerson(db: Db, person: Person): Promise<void> {
  await db.query(
    `UPDATE person SET name = $2, email = $3, locale = $4, roles = $5, unit_id = $6, phone = $7, is_chief = $8,
       in_inspection_office = $9
     WHERE id = $1`,
    [
      person.id,
      person.name,
      person.email,
      person.locale,
      person.roles,
      person.unitId,
      person.phone,
      person.isChief,
      person.inInspectionOffice,
    ],
  );
}

export async function setLeftAt(db: Db, personId: string, leftAt: Instant | null): Promise<void> {
  await db.query('UPDATE person SET left_at = $2 WHERE id = $1', [personId, leftAt]);
}

export async function setPasswordHash(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, passwordHash]);
}

/** People are few and change seldom; whoever writes them waits for the others, so that "the last admin" stays true. */
export async function lockPeople(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['rectify:people']);
}

export async function listUnits(db: Db): Promise<Unit[]> {
  const { rows } = await db.query<Unit>(
    'SELECT id, name, position, liaison_id AS "liaisonId" FROM unit ORDER BY position, id',
  );
  return rows;
}

export async function readUnit(db: Db, id: string): Promise<Unit | null> {
  const { rows } = await db.query<Unit>(
    'SELECT id, name, position, liaison_id AS "liaisonId" FROM unit WHERE id = $1',
    [id],
  );
  return rows[0] ?? null;
}

export async function insertUnit(db: Db, unit: Unit): Promise<void> {
  await db.query('INSERT INTO unit (id, name, position, liaison_id) VALUES ($1, $2, $3, $4)', [
    unit.id,
    unit.name,
    unit.position,
    unit.liaisonId,
  ]);
}

export async function updateUnit(db: Db, unit: Unit): Promise<void> {
  await db.query('UPDATE unit SET name = $2, position = $3, liaison_id = $4 WHERE id = $1', [
    unit.id,
    unit.name,
    unit.position,
    unit.liaisonId,
  ]);
}

/** True before the first person and the first round: what the sample may be installed into. */
export async function isEmptyInstallation(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ empty: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM person) AND NOT EXISTS (SELECT FROM round) AS empty',
  );
  return onlyRow(rows).empty;
}
