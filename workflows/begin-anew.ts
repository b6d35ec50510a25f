/** How a run gives way to the next: under the next epoch, with what the ledger holds, and on the code of this moment. */
import { makeContinueAsNewFunc } from '@temporalio/workflow';
import type { ItemWorkflow } from './contract.ts';
import type { LiveItem } from './live-item.ts';
import { takeLease } from './proxies.ts';
import { runAttributes } from '../core/item/lease.ts';

export async function beginAnew(item: LiveItem): Promise<never> {
  const lease = await takeLease({ itemId: item.projection.itemId, heldSeq: item.position.committedSeq });
  const next = makeContinueAsNewFunc<ItemWorkflow>({ typedSearchAttributes: runAttributes(lease) });
  return next({ ...lease, misses: item.hasCommitted ? 0 : item.misses + 1 });
}
