/** The rules of rounds under way: which they are, and what takes their place. */
import type { Db } from './pool.ts';
import { itemRoundColumns, wholeItem, type ItemRound, type ItemRoundRow } from './items.ts';
import { withSince } from './rules.ts';
import type { Item } from '../core/item/item.ts';
import type { Policy } from '../core/rules/policy.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import type { Instant } from '../core/time.ts';

export interface RunningRound extends ItemRound {
  readonly title: string;
}

/** Launched rounds, of these ids or all, the oldest first. */
export async function runningRounds(db: Db, ids: readonly string[] | null): Promise<RunningRound[]> {
  const { rows } = await db.query<ItemRoundRow & Pick<RunningRound, 'title'>>(
    `SELECT ${itemRoundColumns}, title FROM round
     WHERE state IN ('running', 'completed') AND ($1::text[] IS NULL OR id = ANY($1)) ORDER BY created_at, id`,
    [ids],
  );
  return rows.map(withSince);
}

export interface NewRules {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly calendarVersion: number;
  readonly since: Instant;
}

/** @returns false where others have changed the rules since they were read */
export async function replaceRules(
  db: Db,
  { id, policy, calendarVersion }: Pick<RunningRound, 'id' | 'policy' | 'calendarVersion'>,
  to: NewRules,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE round SET policy = $4, calendar = $5, calendar_version = $6, rules_since = $7,
       rules_epoch = floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
     WHERE id = $1 AND calendar_version = $2 AND policy ->> 'version' = $3`,
    [
      id,
      calendarVersion,
      String(policy.version),
      JSON.stringify(to.policy),
      JSON.stringify(to.calendar),
      to.calendarVersion,
      to.since,
    ],
  );
  return rowCount === 1;
}

/** Items under way of a round, by id. */
export async function itemsUnderRules(db: Db, roundId: string, afterId: string, limit: number): Promise<Item[]> {
  const { rows } = await db.query<{ item: Item }>(
    `SELECT ${wholeItem} AS item FROM item
     WHERE round_id = $1 AND id > $2 AND state NOT IN ('draft', 'closed', 'cancelled') ORDER BY id LIMIT $3`,
    [roundId, afterId, limit],
  );
  return rows.map(({ item }) => item);
}

/** Items under way whose run was begun by the rules before. */
export async function itemsToBegin(db: Db, roundId: string, afterId: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT item.id FROM item JOIN round ON round.id = item.round_id
     WHERE round.id = $1 AND item.epoch < round.rules_epoch AND item.epoch > 0
       AND item.id > $2 AND item.state NOT IN ('draft', 'closed', 'cancelled') ORDER BY item.id LIMIT $3`,
    [roundId, afterId, limit],
  );
  return rows.map(({ id }) => id);
}
