/** What the ledger knows of its own health. */
import { onlyRow, type Db } from './pool.ts';
import { wakeGraceMs } from '../core/item/soundness.ts';

interface LedgerReadiness {
  readonly isReadOnly: boolean;
  /** Items whose next step of time has passed unnoticed. */
  readonly missedWakes: number;
  readonly retriedCommits: number;
  /** For more than ten minutes. */
  readonly unscannedFiles: number;
}

/** Counted to here and no further: who asks wants to know whether, not how many. */
const mostCounted = 1000;

export async function ledgerReadiness(db: Db): Promise<LedgerReadiness> {
  const { rows } = await db.query<LedgerReadiness>(
    `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS "isReadOnly",
            (SELECT count(*)::integer FROM (
               SELECT FROM item WHERE next_wake_at < now() - $1 * interval '1 millisecond' LIMIT ${mostCounted}) AS missed) AS "missedWakes",
            (SELECT count(*)::integer FROM (
               SELECT FROM fault WHERE kind = 'retried' AND at > now() - interval '10 minutes'
               LIMIT ${mostCounted}) AS retried) AS "retriedCommits",
            (SELECT count(*)::integer FROM (
               SELECT FROM evidence_file
               WHERE clean_at IS NULL AND infected IS NULL AND stored_at < now() - interval '10 minutes'
               LIMIT ${mostCounted}) AS unscanned) AS "unscannedFiles"`,
    [wakeGraceMs],
  );
  return onlyRow(rows);
}
