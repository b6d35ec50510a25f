/** Holds ledger and runs against each other: by schedule, and when an operator asks. */
import type { ReconcileStart, Reconciled, RenewStart, Renewed } from './contract.ts';
import { reconcile, renewItems } from './proxies.ts';

export async function reconcileWorkflow(start: ReconcileStart): Promise<Reconciled> {
  return reconcile(start);
}

/** Code moves without patches: open items begin anew on it, spread over time. */
export async function renewWorkflow(start: RenewStart): Promise<Renewed> {
  return renewItems(start);
}
