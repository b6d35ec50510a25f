/** Evidence whose bytes are no longer those that were handed in. */
import type { Context } from './context.ts';
import { Refused } from './refused.ts';
import type { Evidence } from '../core/item/item.ts';
import { recordOpenFault } from '../db/faults.ts';

/** Nothing is given out, and nothing decided, on bytes that are not those that were handed in. */
export async function refuseDamaged(
  { pool, store }: Pick<Context, 'pool' | 'store'>,
  itemId: string,
  files: readonly Pick<Evidence, 'sha256' | 'name'>[],
): Promise<void> {
  const damaged = [];
  for (const file of files) if (!(await store.holds(file.sha256))) damaged.push(file);
  const [first] = damaged;
  if (first === undefined) return;
  await recordOpenFault(pool, {
    kind: 'fileDamaged',
    itemId,
    details: { sha256: first.sha256, files: damaged.length },
  });
  throw new Refused({ code: 'fileDamaged', names: damaged.map(({ name }) => name) });
}
