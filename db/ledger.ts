/** The writing side of the ledger: facts, projection, outbox and counters, in the caller's transaction. */
import { chain, type ChainedEvent } from './chain.ts';
import { itemWithFiles, projected, wholeItem } from './items.ts';
import { onlyRow, type Db } from './pool.ts';
import { insertRecordEvent } from './record-events.ts';
import { pinned, type RulesRow } from './rules.ts';
import type { EventOf, ItemEvent } from '../core/item/event.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { nextWake } from '../core/item/ladder.ts';
import { heldDates } from '../core/item/light.ts';
import { awaitedUnits } from '../core/item/joint-review.ts';
import type { MailLine } from '../core/item/mail.ts';
import type { SkipReason } from '../core/item/mail-skip.ts';
import { ownersBehind } from '../core/item/measures.ts';
import type { FilesLookedAt } from '../core/item/proof.ts';
import { turnOf } from '../core/item/turn.ts';
import type { Sealed } from '../core/item/seal.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Addressee, LetterKind } from '../core/rules/policy.ts';
import type { Instant, LocalDate } from '../core/time.ts';

/** An item as a commit finds it, locked until the transaction ends: two writers wait for each other instead of forking the chain. */
export interface LockedItem {
  readonly item: Item;
  readonly epoch: number;
  /** Hash of its last fact; null before the first. */
  readonly head: string | null;
  readonly rules: Rules;
}

/** @param files that it comes with: what is to be decided looks at no others */
export async function lockItem(db: Db, itemId: string, files: FilesLookedAt): Promise<LockedItem | null> {
  const { rows } = await db.query<RulesRow & Omit<LockedItem, 'rules'>>(
    `SELECT ${files === 'all' ? wholeItem : itemWithFiles('$2::text[]')} AS item, item.epoch, round.policy, round.calendar, round.starts_on AS "startsOn", round.rules_since AS since,
            (SELECT hash FROM event WHERE event.item_id = item.id ORDER BY seq DESC LIMIT 1) AS head
     FROM item JOIN round ON round.id = item.round_id
     WHERE item.id = $1 FOR UPDATE OF item`,
    files === 'all' ? [itemId] : [itemId, files],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { item, epoch, head, ...rules } = row;
  return { item, epoch, head, rules: pinned(rules) };
}

/** A fact on its way into the ledger, with the command that asked for it. */
export interface NewFact {
  readonly event: ItemEvent;
  readonly sealed: Sealed | null;
}

/** Appends facts to the chain of an item that the caller has locked. */
export async function appendFacts(
  db: Db,
  itemId: string,
  head: string | null,
  facts: readonly NewFact[],
): Promise<void> {
  const links = chain(
    itemId,
    head,
    facts.map(({ event }) => event),
  );
  await insertLinks(
    db,
    links.map((link, index) => ({ itemId, ...link, sealed: facts[index]?.sealed ?? null })),
  );
}

/** Facts of any items with their place in the chain, in one statement. The caller holds the items' locks. */
export async function insertLinks(
  db: Db,
  links: readonly (ChainedEvent & { readonly itemId: string; readonly sealed?: Sealed | null })[],
): Promise<void> {
  const rows = links.map(({ itemId, event, previous, hash, sealed = null }) => ({
    item_id: itemId,
    seq: event.seq,
    type: event.type,
    at: event.at,
    by: event.by,
    command_id: 'commandId' in event ? event.commandId : null,
    body: event,
    sealed,
    previous,
    hash,
  }));
  await db.query(
    `INSERT INTO event (item_id, seq, type, at, by, command_id, body, sealed, previous, hash)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS link (item_id text, seq integer, type text, at timestamptz, by text, command_id text, body jsonb,
                sealed jsonb, previous text, hash text)`,
    [JSON.stringify(rows)],
  );
}

/** The item as its facts make it. An older state never overwrites a newer one. */
export async function projectItem(db: Db, item: Item, rules: Rules): Promise<void> {
  const held = heldDates(item, turnOf(item, rules), rules);
  await db.query(
    `UPDATE item
     SET state = $2, seq = $3, unit_id = $4, handler_id = $5, lead_leader_id = $6, due_on = $7, first_due_on = $8,
         projection = $9, next_wake_at = $10, held_due_on = $11, held_yellow_on = $12
     WHERE id = $1 AND seq < $3`,
    [
      item.itemId,
      item.state,
      item.seq,
      item.unitId,
      item.handlerId,
      item.leadLeaderId,
      item.dueOn,
      item.firstDueOn,
      JSON.stringify(projected(item)),
      nextWake(item, rules),
      held === null ? null : (held.dueOn ?? 'infinity'),
      held === null ? null : (held.yellowOn ?? 'infinity'),
    ],
  );
}

export interface OutboxLine {
  readonly seq: number;
  readonly kind: string;
  readonly letter: LetterKind | null;
  /** The deadline the line speaks of: it is dropped when that no longer stands. */
  readonly dueOn: LocalDate | null;
  readonly sendAt: Instant;
  readonly personIds: readonly string[];
}

/** Lines for the outbox; what is there already stays as it is. */
export async function addMailLines(db: Db, itemId: string, lines: readonly OutboxLine[]): Promise<void> {
  const rows = lines.flatMap(({ seq, kind, letter, dueOn, sendAt, personIds }) =>
    personIds.map((personId) => ({ seq, kind, letter, due_on: dueOn, send_at: sendAt, person_id: personId })),
  );
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO mail_line (item_id, seq, person_id, kind, letter, due_on, send_at)
     SELECT $1, line.seq, line.person_id, line.kind, line.letter, line.due_on, line.send_at
     FROM jsonb_to_recordset($2::jsonb)
       AS line (seq integer, person_id text, kind text, letter text, due_on date, send_at timestamptz)
     ON CONFLICT (item_id, seq, person_id) DO NOTHING`,
    [itemId, JSON.stringify(rows)],
  );
}

/**
 * What waits to be sent to whoever carried or led an item goes to the successor instead, and comes back with the item. Who
 * hears of it by another tie as well (a liaison, the chief, the offices) gets it too.
 */
export async function passOnLines(
  db: Db,
  itemId: string,
  { as, fromId, toId }: Pick<EventOf<'handedOver'>, 'as' | 'fromId' | 'toId'>,
): Promise<void> {
  if (!as.includes('handler') && !as.includes('leadLeader')) return;
  await db.query(
    `WITH waiting AS (
       SELECT * FROM mail_line WHERE item_id = $1 AND person_id = $2 AND mail_id IS NULL AND skipped IS NULL
     ), passed AS (
       INSERT INTO mail_line (item_id, seq, person_id, kind, letter, due_on, send_at)
       SELECT item_id, seq, $3, kind, letter, due_on, send_at FROM waiting WHERE kind <> 'handedOver'
       ON CONFLICT (item_id, seq, person_id) DO UPDATE SET skipped = NULL WHERE mail_line.skipped = $4
     )
     UPDATE mail_line AS line SET skipped = $4
     FROM waiting, person, item
     WHERE line.id = waiting.id AND line.mail_id IS NULL AND person.id = $2 AND item.id = $1
       AND NOT (person.is_chief OR person.in_inspection_office OR 'admin' = ANY(person.roles)
         OR EXISTS (SELECT FROM unit WHERE unit.id = item.unit_id AND unit.liaison_id = $2))`,
    [itemId, fromId, toId, 'handedOver' satisfies SkipReason],
  );
}

const hasLeft = (id: string): string =>
  `EXISTS (SELECT FROM person AS one WHERE one.id = ${id} AND one.left_at IS NOT NULL)`;

/**
 * The people behind an addressee of this item, without those named in `except`; `owners` are those of its measures who are meant. What is meant for a handler or a leader who has
 * left goes to those who can name another.
 */
export async function resolveAddressee(
  db: Db,
  item: Pick<Item, 'unitId' | 'handlerId' | 'leadLeaderId' | 'application'>,
  addressee: Addressee,
  except: string | null,
  owners: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT person.id FROM person
     WHERE CASE $1
       WHEN 'handler'          THEN person.id = $2 OR ('admin' = ANY(person.roles) AND ${hasLeft('$2')})
       WHEN 'leadLeader'       THEN person.id = $3 OR ('admin' = ANY(person.roles) AND ${hasLeft('$3')})
       WHEN 'liaison'          THEN person.id = (SELECT liaison_id FROM unit WHERE unit.id = $4)
       WHEN 'owner'            THEN person.id = ANY($6)
       WHEN 'chief'            THEN person.is_chief
       WHEN 'jointReviewers'   THEN ${decidesFor('$7')} AND person.id IS DISTINCT FROM $3
       WHEN 'inspectionOffice' THEN person.in_inspection_office
       WHEN 'admin'            THEN 'admin' = ANY(person.roles)
     END AND person.id IS DISTINCT FROM $5 AND person.left_at IS NULL
     ORDER BY person.id`,
    [addressee, item.handlerId, item.leadLeaderId, item.unitId, except, owners, awaitedUnits(item)],
  );
  return rows.map(({ id }) => id);
}

/** Of one of these units, and entitled to say yes or no for it. */
const decidesFor = (units: string): string => `person.unit_id = ANY(${units}) AND 'supervisor' = ANY(person.roles)`;

async function decidersOf(db: Db, unitId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT person.id FROM person WHERE ${decidesFor('$1')} AND person.left_at IS NULL ORDER BY person.id`,
    [[unitId]],
  );
  return rows.map(({ id }) => id);
}

/** The people whom a line of mail about this item is for: nobody gets one about an act of their own. */
export async function recipientsOf(
  db: Db,
  item: Item,
  { to, dueOn }: Pick<MailLine, 'to' | 'dueOn'>,
  by: string | null,
): Promise<string[]> {
  if (typeof to === 'string') return resolveAddressee(db, item, to, by, ownersBehind(item, dueOn));
  const people = 'unitId' in to ? await decidersOf(db, to.unitId) : [to.personId];
  return people.filter((id) => id !== by);
}

/**
 * Counts an item in or out of the open ones of its round. With the last one closed the round is completed, in the same
 * transaction; a reopened item makes it run again.
 */
export async function countOpen(db: Db, item: Item, wasFinished: boolean, at: Instant): Promise<void> {
  const change = Number(wasFinished) - Number(isFinished(item));
  if (change === 0) return;
  const { rows } = await db.query<{ open_count: number; state: string }>(
    'UPDATE round SET open_count = open_count + $2 WHERE id = $1 RETURNING open_count, state',
    [item.roundId, change],
  );
  const round = onlyRow(rows);
  if (round.open_count === 0 && round.state === 'running') await markRound(db, item.roundId, 'completed', at);
  if (round.open_count > 0 && round.state === 'completed') await markRound(db, item.roundId, 'running', at);
}

/** The round's state with the fact of its change. The same state again changes nothing. */
export async function markRound(db: Db, roundId: string, state: 'running' | 'completed', at: Instant): Promise<void> {
  const { rowCount } = await db.query(
    `UPDATE round SET state = $2, completed_at = CASE WHEN $2 = 'completed' THEN $3::timestamptz END
     WHERE id = $1 AND state <> $2`,
    [roundId, state, at],
  );
  if (rowCount === 0) return;
  const kind = state === 'completed' ? 'roundCompleted' : 'roundRunning';
  await insertRecordEvent(db, { kind, recordId: roundId, at, by: null, data: {} });
}
