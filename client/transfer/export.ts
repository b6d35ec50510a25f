/** The whole ledger as JSON lines, to be taken over by an empty installation. Files stand beside it under their hashes. */
import { requireMay, type Context } from '../context.ts';
import { keptFiles } from '../evidence/kept-files.ts';
import type { Actor } from '../../core/actor.ts';
import { ledgerRows, shapeOf } from '../../db/transfer.ts';

export const ledgerFormat = 'rectify-ledger/1';

/** As lines, each with its end; the last one tells how many rows there were, so that a cut file shows. */
export async function* exportLedger(
  { pool, now }: Context,
  actor: Actor,
  told: (rows: number) => void,
): AsyncGenerator<string> {
  requireMay(actor, 'keepRuns');
  yield line({ format: ledgerFormat, at: now(), by: actor.personId, shape: await shapeOf(pool) });
  let rows = 0;
  for await (const row of ledgerRows(pool)) {
    yield line(row);
    told((rows += 1));
  }
  yield line({ rows });
}

/** The hashes of all files that go with it. */
export async function* exportedFiles({ pool }: Context, actor: Actor): AsyncGenerator<string> {
  requireMay(actor, 'keepRuns');
  yield* keptFiles(pool);
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
