/**
 * The launch in bulk: the dispatch of a whole chunk of items in a handful of statements, whatever its size.
 *
 * It writes exactly what the commit of a single fact writes (event, projection, outbox), for many items at once.
 */
import { chain } from './chain.ts';
import { projected, wholeItem } from './items.ts';
import { nextEpoch } from './lease.ts';
import { insertLinks } from './ledger.ts';
import type { Db } from './pool.ts';
import { pinned, type RulesRow } from './rules.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { Item } from '../core/item/item.ts';
import type { Lease } from '../core/item/lease.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { MailLine } from '../core/item/mail.ts';
import type { Instant, LocalDate } from '../core/time.ts';

export interface LaunchRow {
  readonly position: number;
  readonly item: Item;
  /** Hash of the item's last fact. */
  readonly head: string;
  readonly liaisonId: string | null;
}

/** The items after a position, locked, with what their dispatch needs. */
export async function itemsToLaunch(
  db: Db,
  roundId: string,
  afterPosition: number | null,
  limit: number,
): Promise<LaunchRow[]> {
  const { rows } = await db.query<LaunchRow>(
    `SELECT item.position, ${wholeItem} AS item, unit.liaison_id AS "liaisonId",
            (SELECT hash FROM event WHERE event.item_id = item.id ORDER BY seq DESC LIMIT 1) AS head
     FROM item LEFT JOIN unit ON unit.id = item.unit_id
     WHERE item.round_id = $1 AND item.position > $2
     ORDER BY item.position LIMIT $3 FOR UPDATE OF item`,
    [roundId, afterPosition ?? -1, limit],
  );
  return rows;
}

export interface Dispatch {
  readonly event: ItemEvent;
  readonly item: Item;
  readonly head: string;
  readonly nextWakeAt: Instant | null;
  readonly lines: readonly (Omit<MailLine, 'to'> & { readonly personId: string })[];
}

/** @returns the leases of the runs that begin with it, taken in the same statement */
export async function writeDispatches(db: Db, dispatches: readonly Dispatch[], rules: Rules): Promise<Lease[]> {
  const links = dispatches.flatMap(({ item: { itemId }, head, event }) =>
    chain(itemId, head, [event]).map((link) => ({ itemId, ...link })),
  );
  await insertLinks(db, links);
  const { rows } = await db.query<{ itemId: string; epoch: number }>(
    `UPDATE item
     SET state = given.body ->> 'state', seq = (given.body ->> 'seq')::integer, due_on = (given.body ->> 'dueOn')::date,
         first_due_on = (given.body ->> 'firstDueOn')::date, projection = given.body, next_wake_at = given.next_wake_at,
         epoch = ${nextEpoch}
     FROM jsonb_to_recordset($1::jsonb) AS given (body jsonb, next_wake_at timestamptz)
     WHERE item.id = given.body ->> 'itemId'
     RETURNING id AS "itemId", epoch`,
    [JSON.stringify(dispatches.map(({ item, nextWakeAt }) => ({ body: projected(item), next_wake_at: nextWakeAt })))],
  );
  const lines = dispatches.flatMap(({ item, event, lines }) =>
    lines.map(({ kind, personId, sendAt, dueOn }) => ({
      item_id: item.itemId,
      seq: event.seq,
      person_id: personId,
      kind,
      due_on: dueOn,
      send_at: sendAt,
    })),
  );
  await db.query(
    `INSERT INTO mail_line (item_id, seq, person_id, kind, due_on, send_at)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS line (item_id text, seq integer, person_id text, kind text, due_on date, send_at timestamptz)
     ON CONFLICT (item_id, seq, person_id) DO NOTHING`,
    [JSON.stringify(lines)],
  );
  const epochs = new Map(rows.map(({ itemId, epoch }) => [itemId, epoch]));
  return dispatches.map(({ item }) => {
    const epoch = epochs.get(item.itemId);
    if (epoch === undefined) throw new Error(`item ${item.itemId} is not in the ledger`);
    return { epoch, item, rules };
  });
}

/** A launch as the ledger keeps it: who pressed when, and what the items are judged by from then on. */
export interface Launch {
  readonly roundId: string;
  readonly rules: Rules;
  readonly startsOn: LocalDate;
  /** The start of every sign-off clock. */
  readonly at: Instant;
  readonly by: string;
}

/** @throws when the round was never launched: only the ledger says so */
export async function launchOf(db: Db, roundId: string): Promise<Launch> {
  const { rows } = await db.query<RulesRow & { readonly at: Instant; readonly by: string }>(
    `SELECT policy, calendar, starts_on AS "startsOn", rules_since AS since, record_event.at, record_event.by
     FROM round JOIN record_event ON record_event.record_id = round.id AND record_event.kind = 'roundLaunched'
     WHERE round.id = $1 AND round.state <> 'draft'`,
    [roundId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`round ${roundId} was not launched`);
  const { at, by, ...rules } = row;
  return { roundId, rules: pinned(rules), startsOn: rules.startsOn, at, by };
}

/** Progress of the launch: the items up to this position have their workflow. A repeated chunk counts nothing twice. */
export async function countStarted(db: Db, roundId: string, position: number): Promise<void> {
  await db.query(
    `UPDATE round SET started_count = greatest(started_count,
       (SELECT count(*) FROM item WHERE round_id = $1 AND position <= $2)) WHERE id = $1`,
    [roundId, position],
  );
}
