/** What happened to plain records: one fact for each change, written in the transaction of the change. */
import type { Db } from './pool.ts';
import type { Instant } from '../core/time.ts';

export interface RecordEvent {
  readonly kind:
    | 'roundImported'
    | 'roundChanged'
    | 'roundLaunched'
    | 'roundRunning'
    | 'roundCompleted'
    | 'unitCreated'
    | 'unitChanged'
    | 'personCreated'
    | 'personChanged'
    | 'passwordSet'
    | 'sampleInstalled'
    | 'mailsHurried';
  readonly recordId: string;
  readonly at: Instant;
  /** Null for the machine's own keeper at the command line, before there is anybody. */
  readonly by: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function insertRecordEvent(db: Db, { kind, recordId, at, by, data }: RecordEvent): Promise<void> {
  await db.query('INSERT INTO record_event (kind, record_id, at, by, data) VALUES ($1, $2, $3, $4, $5)', [
    kind,
    recordId,
    at,
    by,
    JSON.stringify(data),
  ]);
}

export async function recordEventsOf(db: Db, recordId: string): Promise<RecordEvent[]> {
  const { rows } = await db.query<RecordEvent>(
    'SELECT kind, record_id AS "recordId", at, by, data FROM record_event WHERE record_id = $1 ORDER BY id',
    [recordId],
  );
  return rows;
}
