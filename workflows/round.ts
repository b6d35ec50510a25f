/**
 * The launch of a round. One activity gives every item its workflow, chunk by chunk; this workflow makes sure that it comes
 * to its end. From then on the items live on their own: the ledger counts them, and the last one closed completes the round.
 */
import type { RoundStart } from './contract.ts';
import { launchItems } from './proxies.ts';

export async function roundWorkflow(start: RoundStart): Promise<void> {
  await launchItems(start);
}
