/** What rounds were made of, as the facts of their imports keep it. */
import type { Db } from './pool.ts';
import type { ImportedFile } from '../core/round/imported.ts';
import type { Instant } from '../core/time.ts';

/** One after the other, so that of two at once the second sees the first. */
export async function lockImports(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['rectify:imports']);
}

export interface Fingerprints {
  /** Of the file as it was handed in; null for a text that was pasted. */
  readonly file: string | null;
  /** Of what it says, without blanks and width: {@link file://../client/rounds/repeated.ts}. */
  readonly text: string;
}

export interface EarlierImport {
  readonly roundId: string;
  readonly title: string;
  readonly at: Instant;
  readonly isSameFile: boolean;
}

/** The newest round of the same document; one that was given up is none. */
export async function earlierImport(db: Db, { file, text }: Fingerprints): Promise<EarlierImport | null> {
  const { rows } = await db.query<EarlierImport>(
    `SELECT round.id AS "roundId", round.title, at,
       coalesce(data -> 'file' ->> 'sha256' = $1::text, false) AS "isSameFile"
     FROM record_event JOIN round ON round.id = record_id
     WHERE kind = 'roundImported' AND round.state <> 'discarded'
       AND (data -> 'file' ->> 'sha256' = $1::text OR data ->> 'textSha256' = $2)
     ORDER BY at DESC LIMIT 1`,
    [file, text],
  );
  return rows[0] ?? null;
}

export interface ImportFact {
  readonly at: Instant;
  readonly by: string | null;
  readonly file: ImportedFile | null;
}

export async function importOf(db: Db, roundId: string): Promise<ImportFact | null> {
  const { rows } = await db.query<ImportFact>(
    `SELECT at, by, data -> 'file' AS file FROM record_event WHERE record_id = $1 AND kind = 'roundImported'`,
    [roundId],
  );
  return rows[0] ?? null;
}
