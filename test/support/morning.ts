/** A morning in the ledger: many people, each with items to sign for, whose lines wait for the first slot. */
import { cast } from './cast.ts';
import { firstSlot, launchAt, rules } from './slots.ts';
import { draftRound } from './round.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import { firstDeadlines } from '../../core/rules/deadlines.ts';
import { localDate } from '../../core/time.ts';
import { projected, wholeItem } from '../../db/items.ts';
import { transaction, type Pool } from '../../db/pool.ts';

const linesEach = 3;

/** Adds a line for each item of each person, so that one relay brings everybody one digest. The people are made once. */
export async function planMorning(pool: Pool, people: number): Promise<void> {
  // Each with the fact of it, or the ledger takes no people.
  await transaction(pool, async (db) => {
    const { rows } = await db.query<{ id: string }>(
      `INSERT INTO person (id, name, email, locale, roles, unit_id)
       SELECT 'p-' || nr, '王小明' || nr, 'p-' || nr || '@yunling.example', 'zh-CN', ARRAY['staff'], 'finance'
       FROM generate_series(1, $1::integer) AS nr ON CONFLICT DO NOTHING RETURNING id`,
      [people],
    );
    await db.query(
      `INSERT INTO record_event (kind, record_id, seq, at, data, previous, hash)
       SELECT 'personCreated', id, 1, now(), '{}', chain_start('record', id), '' FROM unnest($1::text[]) AS id`,
      [rows.map(({ id }) => id)],
    );
  });
  const { roundId } = await draftRound(pool, people * linesEach, launchAt);
  const today = localDate(launchAt);
  const { rows } = await pool.query<{ item: Item; position: number }>(
    `SELECT ${wholeItem} AS item, position FROM item WHERE round_id = $1`,
    [roundId],
  );
  const dispatched = rows.map(({ item, position }) => {
    const deadlines = firstDeadlines(rules, today, today);
    const by = cast.zhao.id;
    const event = { type: 'dispatched', seq: 3, at: launchAt, by, commandId: 'launch-0001', ...deadlines } as const;
    const handlerId = `p-${(position % people) + 1}`;
    return { ...evolve(item, event), handlerId };
  });
  await pool.query(
    `UPDATE item SET state = 'assigned', handler_id = given.projection ->> 'handlerId', projection = given.projection
     FROM jsonb_to_recordset($1::jsonb) AS given (projection jsonb) WHERE item.id = given.projection ->> 'itemId'`,
    [JSON.stringify(dispatched.map((item) => ({ projection: projected(item) })))],
  );
  await pool.query(
    `INSERT INTO mail_line (item_id, seq, person_id, kind, due_on, send_at)
     SELECT id, 2, handler_id, 'assigned', (projection ->> 'dueOn')::date, $2 FROM item WHERE round_id = $1`,
    [roundId, firstSlot],
  );
}
