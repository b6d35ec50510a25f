/** The launch of a round: one workflow for each of its items, in chunks that survive a restart. */
import type { RoundStart } from './contract.ts';
import type { StartedItems } from '../activities/contract.ts';
import { markLaunched, startItemsChunk } from './proxies.ts';

/** Small enough to be repeated cheaply after a crash, large enough for few events. */
const chunkSize = 250;

export async function roundWorkflow({ roundId, launchedAt, launchedBy }: RoundStart): Promise<void> {
  let afterPosition: number | null = null;
  for (;;) {
    const chunk: StartedItems = await startItemsChunk({
      roundId,
      afterPosition,
      limit: chunkSize,
      launchedAt,
      launchedBy,
    });
    if (chunk.done) break;
    afterPosition = chunk.lastPosition;
  }
  await markLaunched({ roundId, at: launchedAt });
}
