/** Puts the cast into a ledger. */
import { cast, units } from './cast.ts';
import type { Pool } from '../../db/pool.ts';

export async function addCast(pool: Pool): Promise<void> {
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
