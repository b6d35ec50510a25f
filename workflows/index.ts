/** What the worker's bundle exports: the workflows by name, and nothing else. */
export { beginWorkflow } from './begin.ts';
export { itemWorkflow } from './item.ts';
export { mailRelayWorkflow } from './mail-relay.ts';
export { reconcileWorkflow, renewWorkflow } from './reconcile.ts';
export { roundWorkflow } from './round.ts';
