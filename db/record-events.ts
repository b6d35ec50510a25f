/** What happened to plain records: one fact for each change, written in the transaction of the change. */
import { recordLink } from './chain.ts';
import type { Db } from './pool.ts';
import { bulletinFactKinds, type BulletinFact } from '../core/round/bulletin-draft.ts';
import { securityEventKinds, type SecurityEventKind } from '../core/people/security-event.ts';
import type { Instant } from '../core/time.ts';

export interface RecordEvent {
  readonly kind:
    | 'roundImported'
    | 'roundChanged'
    | 'roundDiscarded'
    | 'roundLaunched'
    | 'roundRulesChanged'
    | 'calendarAdded'
    | 'roundRunning'
    | 'roundCompleted'
    | 'letterIssued'
    | BulletinFact['kind']
    | 'absenceEntered'
    | 'absenceEnded'
    | 'unitCreated'
    | 'unitChanged'
    | SecurityEventKind
    | 'ledgerImported'
    | 'sampleInstalled'
    | 'mailsHurried'
    | 'mailsSentAgain';
  readonly recordId: string;
  readonly at: Instant;
  /** Null for the machine's own keeper at the command line, before there is anybody. */
  readonly by: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whoever writes of the same record at the same time waits: the facts of a record are one chain. */
export async function insertRecordEvent(db: Db, { kind, recordId, at, by, data }: RecordEvent): Promise<void> {
  await lockRecord(db, recordId);
  const { rows } = await db.query<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM record_event WHERE record_id = $1 ORDER BY seq DESC LIMIT 1',
    [recordId],
  );
  const [last] = rows;
  const fact = { kind, recordId, seq: (last?.seq ?? 0) + 1, at, by, data };
  const { previous, hash } = recordLink(fact, last?.hash ?? null);
  await db.query(
    `INSERT INTO record_event (kind, record_id, seq, at, by, data, previous, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [kind, recordId, fact.seq, at, by, JSON.stringify(data), previous, hash],
  );
}

/** Whoever writes of this record waits until the transaction ends. */
export async function lockRecord(db: Db, recordId: string): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', ['rectify:record', recordId]);
}

/** A fact with its link in the chain, as `LinkedRecordFact` names it. */
export const linkedColumns = 'kind, record_id AS "recordId", seq, at, by, data, previous, hash';

export async function recordEventsOf(db: Db, recordId: string): Promise<RecordEvent[]> {
  const { rows } = await db.query<RecordEvent>(
    'SELECT kind, record_id AS "recordId", at, by, data FROM record_event WHERE record_id = $1 ORDER BY seq',
    [recordId],
  );
  return rows;
}

/** What was decided about the notice of a round, the oldest first. @param until the number of the last fact; null for all */
export async function bulletinFactsOf(db: Db, roundId: string, until: number | null = null): Promise<BulletinFact[]> {
  const { rows } = await db.query<BulletinFact>(
    `SELECT kind, seq, at, by, data FROM record_event
     WHERE record_id = $1 AND kind = ANY($2) AND ($3::integer IS NULL OR seq <= $3) ORDER BY seq`,
    [roundId, bulletinFactKinds, until],
  );
  return rows;
}

export interface SecurityEvent {
  readonly id: number;
  readonly kind: SecurityEventKind;
  /** Of whom; null where nobody with such an account is here. */
  readonly personId: string | null;
  readonly by: string | null;
  readonly at: Instant;
}

/** The newest first. */
export async function securityEvents(db: Db, before: number | null, limit: number): Promise<SecurityEvent[]> {
  const { rows } = await db.query<SecurityEvent>(
    `SELECT record_event.id, kind, person.id AS "personId", by, at
     FROM record_event LEFT JOIN person ON person.id = record_id
     WHERE kind = ANY($1) AND ($2::bigint IS NULL OR record_event.id < $2) ORDER BY record_event.id DESC LIMIT $3`,
    [securityEventKinds, before, limit],
  );
  return rows;
}
