/**
 * The workflows of another build: the same names, and an item that does something else before it lives. No run that this code
 * began can be carried on by today's, which is what a change of the workflow's order amounts to.
 */
import { sleep } from '@temporalio/workflow';
import type { ItemOutcome, ItemStart } from '../../../workflows/contract.ts';
import { itemWorkflow as today } from '../../../workflows/item.ts';

export { beginWorkflow } from '../../../workflows/begin.ts';
export { mailRelayWorkflow } from '../../../workflows/mail-relay.ts';
export { reconcileWorkflow, renewWorkflow } from '../../../workflows/reconcile.ts';
export { roundWorkflow } from '../../../workflows/round.ts';

export async function itemWorkflow(start: ItemStart): Promise<ItemOutcome> {
  // Nobody waits for it: it only stands first in the history.
  void sleep('365 days');
  return today(start);
}
