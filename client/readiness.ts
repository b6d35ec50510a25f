/** Whether an installation can do its work: its parts one by one, and what goes wrong while all of them answer. */
import type { Context } from './context.ts';
import type { Part } from '../core/round/record-refusal.ts';
import { ledgerReadiness } from '../db/readiness.ts';

/** unknown: another part would have to answer first. */
export const partStates = ['ready', 'readOnly', 'full', 'away', 'unknown'] as const;

type PartState = (typeof partStates)[number];

/** How many of each were counted, a thousand at most; null where nobody could be asked. */
interface Troubles {
  readonly failingRuns: number | null;
  readonly missedWakes: number | null;
  /** In the last ten minutes. */
  readonly retriedCommits: number | null;
  /** Files that have waited for the virus scanner for ten minutes; none without one. */
  readonly unscannedFiles: number | null;
}

export interface Readiness {
  /** Every part can do its work. Troubles of single items leave that as it is. */
  readonly isReady: boolean;
  readonly parts: Readonly<Record<Part, PartState>>;
  readonly troubles: Troubles;
}

/** Asks every part at once; whoever does not answer within seconds is away. */
export async function readiness({ pool, temporal, store, scanner }: Context): Promise<Readiness> {
  const [ledger, health, files] = await Promise.all([
    ledgerReadiness(pool).catch(() => null),
    temporal.health(),
    store.state(),
  ]);
  const database = ledger === null ? 'away' : ledger.isReadOnly ? 'readOnly' : 'ready';
  const parts = { database, runs: health.runs, worker: health.worker, files } as const;
  return {
    isReady: Object.values(parts).every((state) => state === 'ready'),
    parts,
    troubles: {
      failingRuns: health.failingRuns,
      missedWakes: ledger?.missedWakes ?? null,
      retriedCommits: ledger?.retriedCommits ?? null,
      unscannedFiles: scanner === null ? 0 : (ledger?.unscannedFiles ?? null),
    },
  };
}
