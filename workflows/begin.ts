/** Begins items anew from the ledger: what a reopening, a repair or new code asks for, made sure to come to its end. */
import type { BeginStart } from './contract.ts';
import { beginItems } from './proxies.ts';

export async function beginWorkflow(start: BeginStart): Promise<void> {
  await beginItems(start);
}
