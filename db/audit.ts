/** The ledger as an audit reads it: every column as it stands, page by page. */
import type { ChainedEvent, LinkedRecordFact } from './chain.ts';
import { namesFile } from './evidence.ts';
import { wholeItem } from './items.ts';
import { letterOfFact } from './letters.ts';
import type { Db } from './pool.ts';
import { linkedColumns } from './record-events.ts';
import type { Item } from '../core/item/item.ts';
import type { Sealed } from '../core/item/seal.ts';
import type { Instant } from '../core/time.ts';

/** A fact with what stands beside it in columns of their own. */
export interface AuditedFact extends ChainedEvent {
  readonly itemId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly commandId: string | null;
  readonly sealed: Sealed | null;
}

export interface AuditedItem {
  readonly id: string;
  readonly item: Item;
  readonly title: string;
  /** As the columns say it, under the names of the item's fields. */
  readonly columns: Readonly<Record<string, unknown>>;
}

export async function itemsToAudit(db: Db, afterId: string, limit: number): Promise<AuditedItem[]> {
  const { rows } = await db.query<AuditedItem>(
    `SELECT item.id, ${wholeItem} AS item, title, jsonb_build_object(
       'roundId', round_id, 'itemId', id, 'number', number,
       'state', state, 'seq', seq, 'unitId', unit_id, 'handlerId', handler_id, 'leadLeaderId', lead_leader_id,
       'dueOn', due_on, 'firstDueOn', first_due_on) AS columns
     FROM item WHERE id > $1 ORDER BY id LIMIT $2`,
    [afterId, limit],
  );
  return rows;
}

export async function factsToAudit(db: Db, itemIds: readonly string[]): Promise<AuditedFact[]> {
  const { rows } = await db.query<AuditedFact>(
    `SELECT item_id AS "itemId", seq, type, at, by, command_id AS "commandId", body AS event, sealed, previous, hash
     FROM event WHERE item_id = ANY($1) ORDER BY item_id, seq`,
    [itemIds],
  );
  return rows;
}

/** Rounds whose document has another hash than was written at the import, beside it and in the fact of it. */
export async function roundsOfOtherSource(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT round.id FROM round
     LEFT JOIN record_event ON record_event.record_id = round.id AND record_event.kind = 'roundImported'
     WHERE encode(sha256(convert_to(source, 'UTF8')), 'hex') <> source_sha256
        OR record_event.data ->> 'sourceSha256' IS DISTINCT FROM source_sha256
     ORDER BY round.id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Letters that no fact calls for, that are another kind than the fact says or left before it, or that the chain of their round
 * does not tell of as they stand; those it tells of that are gone; and where the numbers of a round have a gap. A fact whose
 * letter waits, or was dropped, has none.
 */
export async function letterBreaches(db: Db): Promise<{ readonly id: string; readonly seq: number }[]> {
  const { rows } = await db.query<{ id: string; seq: number }>(
    `WITH told AS (
       SELECT record_id, at, data, data ->> 'itemId' AS item_id, (data ->> 'seq')::integer AS seq
       FROM record_event WHERE kind = 'letterIssued'
     )
     SELECT coalesce(letter.item_id, told.item_id) AS id, coalesce(letter.seq, told.seq) AS seq
     FROM letter
     FULL JOIN told ON told.item_id = letter.item_id AND told.seq = letter.seq
     LEFT JOIN event ON event.item_id = letter.item_id AND event.seq = letter.seq
     LEFT JOIN item ON item.id = letter.item_id
     WHERE letter.item_id IS NULL OR letter.kind IS DISTINCT FROM ${letterOfFact('event')}
        OR letter.issued_at < event.at OR letter.round_id <> item.round_id
        OR letter.contents IS NOT NULL AND (letter.round_id, letter.issued_at, letter.contents, letter.kind, letter.series, letter.year, letter.number)
           IS DISTINCT FROM (told.record_id, told.at, told.data -> 'contents', told.data ->> 'kind', told.data ->> 'series',
             (told.data ->> 'year')::integer, (told.data ->> 'number')::integer)
     UNION
     SELECT item_id, seq FROM (
       SELECT item_id, seq, number, row_number() OVER (PARTITION BY round_id, series, year ORDER BY number) AS place FROM letter
     ) AS numbered WHERE number <> place
     ORDER BY 1, 2`,
  );
  return rows;
}

export interface AuditedRecord {
  readonly recordId: string;
  readonly facts: readonly LinkedRecordFact[];
}

/** Records with their facts in order, page by page. */
export async function recordsToAudit(db: Db, afterId: string, limit: number): Promise<AuditedRecord[]> {
  const { rows } = await db.query<LinkedRecordFact>(
    `SELECT ${linkedColumns} FROM record_event
     WHERE record_id IN (SELECT DISTINCT record_id FROM record_event WHERE record_id > $1 ORDER BY record_id LIMIT $2)
     ORDER BY record_id, seq`,
    [afterId, limit],
  );
  return [...Map.groupBy(rows, ({ recordId }) => recordId)].map(([recordId, facts]) => ({ recordId, facts }));
}

/** People and units that are not as the last facts of them say, and those of which only facts are left. */
export async function recordsOtherThanTold(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `WITH told AS (
       SELECT DISTINCT ON (record_id, what) record_id, what, data, fact.id AS fact_id
       FROM (SELECT *, CASE
               WHEN kind IN ('personCreated', 'personChanged', 'personLeft', 'personReturned') THEN 'person'
               WHEN kind IN ('unitCreated', 'unitChanged') THEN 'unit'
               WHEN kind = 'passwordSet' THEN 'password' END AS what FROM record_event) AS fact
       WHERE what IS NOT NULL ORDER BY record_id, what, seq DESC
     ), stands AS (
       SELECT id, 'person' AS what, jsonb_build_object('name', name, 'roles', roles, 'unitId', unit_id,
         'isChief', is_chief, 'inInspectionOffice', in_inspection_office, 'hasLeft', left_at IS NOT NULL) AS data FROM person
       UNION ALL
       SELECT id, 'password', jsonb_build_object('sha256', encode(sha256(convert_to(password_hash, 'UTF8')), 'hex'))
       FROM person WHERE password_hash IS NOT NULL
       UNION ALL
       SELECT id, 'unit', jsonb_build_object('id', id, 'name', name, 'position', position, 'liaisonId', liaison_id) FROM unit
     )
     SELECT DISTINCT coalesce(record_id, id) AS id
     FROM told FULL JOIN stands ON record_id = id AND told.what = stands.what
     WHERE told.data IS DISTINCT FROM stands.data
       -- A password from before the ledger was taken over stayed behind with the other installation.
       AND NOT coalesce(told.what = 'password' AND stands.id IS NULL
         AND told.fact_id < (SELECT max(id) FROM record_event WHERE kind = 'ledgerImported'), false)
     ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
}

/** The hashes of all files that the store must hold, those that facts name without the ledger knowing them too. */
export async function filesToAudit(db: Db, after: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ sha256: string }>(
    `SELECT sha256 FROM (
       SELECT sha256 FROM evidence_file UNION SELECT body ->> 'sha256' FROM event WHERE ${namesFile}
     ) AS file WHERE sha256 > $1 ORDER BY sha256 LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Mails that were sent and carry nothing. */
export async function emptyMails(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT message_id AS id FROM mail
     WHERE state = 'sent' AND NOT EXISTS (SELECT FROM mail_line WHERE mail_line.mail_id = mail.id)
       AND NOT EXISTS (SELECT FROM account_link WHERE account_link.mail_id = mail.id)
     ORDER BY mail.id`,
  );
  return rows.map(({ id }) => id);
}
