/** Who may carry and lead items: looked at where people are known, for a run knows none. */
import { Refused } from '../refused.ts';
import type { Binding } from '../../core/item/binding.ts';
import type { AssignmentFault } from '../../core/assignment-fault.ts';
import type { Person } from '../../core/people/people.ts';
import type { ItemHead } from '../../db/items.ts';
import { peopleByIds } from '../../db/people.ts';
import type { Db } from '../../db/pool.ts';

/** An item, and the unit that carries it. */
export type CarriedItem = Pick<ItemHead, 'itemId' | 'unitId'>;

/** @throws Refused assignmentFaults, unknownOwners */
export async function refuseUnfit(
  db: Db,
  item: CarriedItem,
  { as, toId }: { readonly as: readonly Binding[]; readonly toId: string },
): Promise<void> {
  const [successor] = await peopleByIds(db, [toId]);
  const faults = unfitness(item, as, toId, successor);
  if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
  if (as.includes('owner') && (successor === undefined || successor.hasLeft))
    throw new Refused({ code: 'unknownOwners', given: [toId] });
}

type Problem = AssignmentFault['problem'];

/**
 * Why this person cannot be the handler or the lead leader of an item of this unit; a measure may be owned by anybody.
 * @param person undefined when nobody has the id that was given
 */
export function unfitness(
  { itemId, unitId }: CarriedItem,
  as: readonly Binding[],
  given: string,
  person: Person | undefined,
): AssignmentFault[] {
  const problems = [
    as.includes('handler') ? handlerProblem(unitId, person) : null,
    as.includes('leadLeader') ? leadLeaderProblem(person) : null,
  ];
  return problems.flatMap((problem) => (problem === null ? [] : [{ itemId, problem, given }]));
}

function handlerProblem(unitId: string | null, handler: Person | undefined): Problem | null {
  if (handler === undefined) return 'unknownHandler';
  if (handler.hasLeft) return 'handlerHasLeft';
  if (!handler.roles.includes('staff')) return 'handlerNotStaff';
  return handler.unitId === unitId ? null : 'handlerOfOtherUnit';
}

function leadLeaderProblem(leader: Person | undefined): Problem | null {
  if (leader === undefined) return 'unknownLeadLeader';
  if (leader.hasLeft) return 'leadLeaderHasLeft';
  return leader.roles.includes('supervisor') ? null : 'leadLeaderNotSupervisor';
}
