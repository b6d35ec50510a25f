/** Names that several processes must agree on: changing one strands everything that runs. */
import { expect, it } from 'vitest';
import { itemWorkflowId, roundWorkflowId, taskQueue } from '../../core/ids.ts';

it('keeps the names under which running workflows are known', () => {
  expect([taskQueue, itemWorkflowId('r1', 'i1'), roundWorkflowId('r1')]).toEqual(['rectify', 'item/r1/i1', 'round/r1']);
});
