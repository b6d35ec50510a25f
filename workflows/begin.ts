/** Begins items anew from the ledger, for a reopening, a repair or new code. A workflow, so that it is finished whatever dies. */
import type { BeginStart } from './contract.ts';
import { beginItems } from './proxies.ts';

export async function beginWorkflow(start: BeginStart): Promise<void> {
  await beginItems(start);
}
