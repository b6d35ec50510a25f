/** Who may stand in somebody's place on an item: looked at before, for a run knows no people. */
import { Refused } from '../refused.ts';
import { handlerFaults, leadLeaderFaults } from '../rounds/assign.ts';
import type { Binding } from '../../core/item/binding.ts';
import type { AssignmentFault } from '../../core/round/record-refusal.ts';
import type { Person } from '../../core/people/people.ts';
import { readItemHead } from '../../db/items.ts';
import { peopleByIds } from '../../db/people.ts';
import type { Db } from '../../db/pool.ts';

export interface Succession {
  readonly as: readonly Binding[];
  readonly toId: string;
}

/** @throws Refused assignmentFaults, unknownOwners */
export async function refuseUnfit(db: Db, itemId: string, { as, toId }: Succession): Promise<void> {
  const [successor] = await peopleByIds(db, [toId]);
  const unitId = (await readItemHead(db, itemId))?.unitId ?? null;
  const faults = unfitness({ id: itemId, unitId }, as, toId, successor);
  if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
  if (as.includes('owner') && (successor === undefined || successor.hasLeft))
    throw new Refused({ code: 'unknownOwners', given: [toId] });
}

const unfitness = (
  { id, unitId }: { readonly id: string; readonly unitId: string | null },
  as: readonly Binding[],
  toId: string,
  successor: Person | undefined,
): AssignmentFault[] => [
  ...(as.includes('handler') && unitId !== null ? handlerFaults(id, unitId, toId, successor) : []),
  ...(as.includes('leadLeader') ? leadLeaderFaults(id, toId, successor) : []),
];
