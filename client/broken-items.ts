/** Items that are not as they were written, known before anybody opens one: looked for with each anchor, told in lists. */
import type { Context } from './context.ts';
import { brokenItems } from './verify.ts';
import { mendFault, openFaultsOf, recordFaults } from '../db/faults.ts';

/**
 * A fault stays open as long as its item is broken, and is mended when the next look finds it whole again.
 *
 * @returns how many are broken
 */
export async function markBrokenItems({ pool }: Pick<Context, 'pool'>): Promise<number> {
  let count = 0;
  for await (const { ids, broken } of brokenItems(pool)) {
    const known = await openFaultsOf(pool, 'broken', ids);
    for (const id of known) if (!broken.has(id)) await mendFault(pool, 'broken', id, {});
    const found = [...broken].map(([itemId, kind]) => ({ itemId, kind: 'broken' as const, details: { breach: kind } }));
    await recordFaults(
      pool,
      found.map((fault) => ({ ...fault, isMended: false })),
    );
    count += broken.size;
  }
  return count;
}
