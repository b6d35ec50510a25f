/**
 * Holds ledger and runs against each other, both ways, and begins anew what is not as it should be: missing, stuck, behind,
 * late, left over. What would lose something, a run that knows more than its ledger, is reported and left to a person.
 *
 * The list clears most items at once. What it does not clear is looked at again, alone and as of now, before anything is
 * done: a healthy item is never begun anew.
 */
import { setTimeout } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { begin, type BeginDeps } from './begin.ts';
import type { Activities, Reconciled } from './contract.ts';
import { endRun, listedRuns, runNow } from './runs.ts';
import type { FaultKind } from '../core/fault.ts';
import { unsoundness, type RunSide } from '../core/item/soundness.ts';
import { instant } from '../core/time.ts';
import { recordFaults } from '../db/faults.ts';
import { itemsForComparison, itemsToRenew, itemsUnderWay, type LedgerItem } from '../db/reconcile.ts';

const pageSize = 500;
const asksAtOnce = 16;

export function createReconcileActivities(deps: BeginDeps): Pick<Activities, 'reconcile' | 'renewItems'> {
  return {
    async reconcile({ asksAll }) {
      const { heartbeat } = Context.current();
      const listed = await listedRuns(() => heartbeat());
      const total: { looked: number; found: Partial<Record<FaultKind, number>> } = { looked: 0, found: {} };
      for await (const page of pagesOf(deps, listed)) {
        heartbeat();
        const now = instant(Date.now());
        const doubtful = page.filter(
          ({ ledger, run }) => asksAll || unsoundness(ledger, run, now) !== null || run === null,
        );
        const faults = await confirmed(deps, doubtful, () => heartbeat());
        await mend(deps, faults, () => heartbeat());
        total.looked += page.length;
        for (const { kind } of faults) total.found[kind] = (total.found[kind] ?? 0) + 1;
      }
      return total satisfies Reconciled;
    },

    async renewItems({ perSecond }) {
      const { heartbeat } = Context.current();
      const resumed = (Context.current().info.heartbeatDetails as string | undefined) ?? '';
      let renewed = 0;
      let afterId = resumed;
      for (;;) {
        const itemIds = await itemsToRenew(deps.pool, afterId, perSecond);
        const last = itemIds.at(-1);
        if (last === undefined) return { renewed };
        const turn = setTimeout(1000);
        await begin(deps, itemIds, () => heartbeat(afterId));
        renewed += itemIds.length;
        afterId = last;
        await turn;
      }
    },
  };
}

interface Pair {
  readonly itemId: string;
  readonly ledger: LedgerItem | null;
  readonly run: RunSide | null;
}

/** Every item under way with its run, then every run that no such item claimed. */
async function* pagesOf({ pool }: BeginDeps, listed: Map<string, RunSide>): AsyncGenerator<Pair[]> {
  const unclaimed = new Map(listed);
  for (let afterId: string | undefined = ''; afterId !== undefined;) {
    const page: LedgerItem[] = await itemsUnderWay(pool, afterId, pageSize);
    for (const { itemId } of page) unclaimed.delete(itemId);
    yield page.map((ledger) => ({ itemId: ledger.itemId, ledger, run: listed.get(ledger.itemId) ?? null }));
    afterId = page.at(-1)?.itemId;
  }
  const ids = [...unclaimed.keys()];
  for (let from = 0; from < ids.length; from += pageSize) {
    const itemIds = ids.slice(from, from + pageSize);
    const known = new Map((await itemsForComparison(pool, itemIds)).map((ledger) => [ledger.itemId, ledger]));
    yield itemIds.map((itemId) => ({
      itemId,
      ledger: known.get(itemId) ?? null,
      run: unclaimed.get(itemId) ?? null,
    }));
  }
}

interface Fault {
  readonly kind: FaultKind;
  readonly itemId: string;
  readonly roundId: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Looked at once more, one by one and as of now: the list lags, and people go on pressing. */
async function confirmed({ pool }: BeginDeps, pairs: readonly Pair[], onAsked: () => void): Promise<Fault[]> {
  const waiting = [...pairs];
  const faults: Fault[] = [];
  const askers = Array.from({ length: asksAtOnce }, async () => {
    for (let pair = waiting.shift(); pair !== undefined; pair = waiting.shift()) {
      onAsked();
      const fault = await look(pool, pair);
      if (fault !== null) faults.push(fault);
    }
  });
  await Promise.all(askers);
  return faults;
}

async function look(pool: BeginDeps['pool'], { itemId, ledger, run }: Pair): Promise<Fault | null> {
  if (ledger === null) return { kind: 'unknown', itemId, roundId: null, details: {} };
  const { roundId } = ledger;
  const [before] = await itemsForComparison(pool, [itemId]);
  const now = await runNow(roundId, itemId, run?.isFailing ?? false);
  const [after] = await itemsForComparison(pool, [itemId]);
  // Somebody acted while we looked: it is alive, and the next look will see it as it then is.
  if (before === undefined || after === undefined || before.seq !== after.seq || before.epoch !== after.epoch)
    return null;
  const kind = unsoundness(after, now, instant(Date.now()));
  if (kind === null) return null;
  const details = { seq: after.seq, epoch: after.epoch, runSeq: now?.position?.committedSeq ?? null };
  return { kind, itemId, roundId, details };
}

/** What a person must look at: mending it unasked would lose something, or there is nothing to mend it with. */
const needsPerson: readonly FaultKind[] = ['unknown', 'ledgerBehind'];

async function mend(deps: BeginDeps, faults: readonly Fault[], onBegun: () => void): Promise<void> {
  const begun = faults.filter(({ kind }) => kind !== 'left' && !needsPerson.includes(kind)).map(({ itemId }) => itemId);
  await begin(deps, begun, onBegun);
  for (const { kind, itemId, roundId } of faults)
    if (kind === 'left' && roundId !== null) await endRun(roundId, itemId);
  await recordFaults(
    deps.pool,
    faults.map(({ kind, itemId, details }) => ({ kind, itemId, details, isMended: !needsPerson.includes(kind) })),
  );
}
