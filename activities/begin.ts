/** The one way in which a run of an item begins: its next epoch, what the ledger holds, and the end of any run before. */
import { activityInfo, Context, getClient } from '@temporalio/activity';
import pLimit from 'p-limit';
import type { Activities } from './contract.ts';
import { itemWorkflowId } from '../core/ids.ts';
import { runAttributes, type Lease } from '../core/item/lease.ts';
import { recordOpenFault } from '../db/faults.ts';
import { takeLeases } from '../db/lease.ts';
import { transaction, type Pool } from '../db/pool.ts';

/** Starts run side by side, those of two chunks as well: the server, not the round trip, should be the limit. */
const start = pLimit(32);

/** So many starts are told of at once. Fewer than are on their way together, so nothing is told later than one start takes. */
const startsPerBeat = 16;

/** Items whose leases are taken in one statement: a lease lies unused for a moment only. */
const chunkSize = 250;

export interface BeginDeps {
  readonly pool: Pool;
  readonly taskQueue: string;
}

export function createBeginActivities(deps: BeginDeps): Pick<Activities, 'beginItems' | 'takeLease'> {
  return {
    async beginItems({ itemIds }) {
      const { heartbeat } = Context.current();
      const resumed = activityInfo().heartbeatDetails as number | undefined;
      for (let from = resumed ?? 0; from < itemIds.length; from += chunkSize)
        await begin(deps, itemIds.slice(from, from + chunkSize), () => heartbeat(from));
    },
    takeLease: ({ itemId, heldSeq }) => takeLease(deps.pool, itemId, heldSeq),
  };
}

/** For a run that goes on as the next: the same lease, without a start of its own. */
async function takeLease(pool: Pool, itemId: string, heldSeq: number): Promise<Lease> {
  return transaction(pool, async (db) => {
    const [lease] = await takeLeases(db, [itemId]);
    if (lease === undefined) throw new Error(`item ${itemId} is not in the ledger`);
    const { seq } = lease.item;
    // What the run knows beyond the ledger stays in its history, to be recovered from there.
    if (seq < heldSeq) await recordOpenFault(db, { kind: 'ledgerBehind', itemId, details: { seq, heldSeq } });
    return lease;
  });
}

/**
 * Begins these items anew. Repeated, it begins them once more: whoever held the lease before has lost it.
 *
 * @param onBegun called after every few, so that whoever waits for long work sees it go on
 */
export async function begin(deps: BeginDeps, itemIds: readonly string[], onBegun: () => void): Promise<void> {
  await beginUnder(deps, await takeLeases(deps.pool, itemIds), onBegun);
}

/** Begins a run under each of these leases, which were taken for it. */
export async function beginUnder(
  { taskQueue }: Pick<BeginDeps, 'taskQueue'>,
  leases: readonly Lease[],
  onBegun: () => void,
): Promise<void> {
  const { cancellationSignal } = Context.current();
  let isBroken = false;
  let count = 0;
  const startOne = async (lease: Lease): Promise<void> => {
    cancellationSignal.throwIfAborted();
    if (isBroken) return;
    try {
      await startRun(taskQueue, lease);
    } catch (error) {
      // The next try takes newer leases: none of ours may begin beside it.
      isBroken = true;
      throw error;
    }
    count += 1;
    if (count % startsPerBeat === 0 || count === leases.length) onBegun();
  };
  const begun = await Promise.allSettled(leases.map((lease) => start(() => startOne(lease))));
  for (const one of begun) if (one.status === 'rejected') throw one.reason;
}

async function startRun(taskQueue: string, lease: Lease): Promise<void> {
  const { roundId, itemId, number } = lease.item;
  await getClient().workflow.start('itemWorkflow', {
    taskQueue,
    workflowId: itemWorkflowId(roundId, itemId),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    typedSearchAttributes: runAttributes(lease),
    staticSummary: `${roundId} · ${number}`,
    args: [{ ...lease, misses: 0 }],
  });
}
