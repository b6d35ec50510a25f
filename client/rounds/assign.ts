/** Who carries which item, before the launch: a plain record, all of the given assignments or none. */
import { requireMay, type Context } from '../context.ts';
import { newCommandId } from '../ids.ts';
import { lockDraft } from './draft.ts';
import { directory, type Directory } from '../people/directory.ts';
import { unfitness } from '../people/fit.ts';
import { notFound, Refused } from '../refused.ts';
import type { ItemAssignment } from './round-bodies.ts';
import { round, type RoundDetail } from './rounds.ts';
import { decide } from '../../core/item/decide.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { AssignmentFault } from '../../core/assignment-fault.ts';
import type { Actor } from '../../core/actor.ts';
import { itemsOfRound, type ItemRecord } from '../../db/items.ts';
import type { Person, Unit } from '../../core/people/people.ts';
import { appendFacts, lockItem, projectItem } from '../../db/ledger.ts';
import { listPeople, listUnits } from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { readRound } from '../../db/rounds.ts';

/** What assignments may name. */
export interface AssignmentChoices extends Directory {
  readonly items: readonly Pick<ItemRecord, 'id' | 'number'>[];
}

export async function assignmentChoices(context: Context, actor: Actor, roundId: string): Promise<AssignmentChoices> {
  requireMay(actor, 'assign');
  if ((await readRound(context.pool, roundId)) === null) throw notFound('round', roundId);
  return { ...(await directory(context.pool)), items: await itemsOfRound(context.pool, roundId) };
}

export async function assignItems(
  context: Context,
  actor: Actor,
  roundId: string,
  assignments: readonly ItemAssignment[],
  commandId = newCommandId(),
): Promise<RoundDetail> {
  requireMay(actor, 'assign');
  await transaction(context.pool, (db) => writeAssignments(db, context, actor, roundId, assignments, commandId));
  return round(context, actor, roundId);
}

/** Writes the facts of the assignments in the caller's transaction; what is assigned so already stays as it is. */
export async function writeAssignments(
  db: Db,
  { seal, now }: Pick<Context, 'seal' | 'now'>,
  actor: Actor,
  roundId: string,
  assignments: readonly ItemAssignment[],
  commandId: string,
): Promise<void> {
  const found = await lockDraft(db, roundId);
  const items = new Map((await itemsOfRound(db, roundId)).map((item) => [item.id, item]));
  await refuseFaults(db, assignments, items);
  for (const assignment of assignments) {
    const item = items.get(assignment.itemId)?.item;
    if (item === undefined || isSame(item, assignment)) continue;
    const { unitId, handlerId, leadLeaderId } = assignment;
    const command = { type: 'assign', actor, commandId, unitId, handlerId, leadLeaderId } as const;
    const decision = decide(item, command, found, now());
    if ('refusal' in decision) throw new Refused(decision.refusal);
    const locked = await lockItem(db, item.itemId, []);
    if (locked === null) throw new Error(`item ${item.itemId} vanished from the ledger`);
    const sealed = seal(item.itemId, command);
    await appendFacts(db, item.itemId, locked.head, [{ event: decision.event, sealed }]);
    await projectItem(db, evolve(item, decision.event), found);
  }
}

const isSame = (item: ItemRecord['item'], { unitId, handlerId, leadLeaderId }: ItemAssignment): boolean =>
  item.unitId === unitId && item.handlerId === handlerId && item.leadLeaderId === leadLeaderId;

async function refuseFaults(
  db: Db,
  assignments: readonly ItemAssignment[],
  items: ReadonlyMap<string, ItemRecord>,
): Promise<void> {
  const people = await listPeople(db);
  const units = await listUnits(db);
  const seen = new Set<string>();
  const faults = assignments.flatMap((assignment): AssignmentFault[] => {
    const { itemId } = assignment;
    if (!items.has(itemId)) return [{ itemId, problem: 'unknownItem', given: itemId }];
    if (seen.has(itemId)) return [{ itemId, problem: 'twice', given: itemId }];
    seen.add(itemId);
    return assignmentFaults(assignment, people, units);
  });
  if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
}

/** Everything that speaks against giving an item to these people. */
export function assignmentFaults(
  { itemId, unitId, handlerId, leadLeaderId }: ItemAssignment,
  people: readonly Person[],
  units: readonly Unit[],
): AssignmentFault[] {
  const handler = people.find(({ id }) => id === handlerId);
  const leader = people.find(({ id }) => id === leadLeaderId);
  const isOne = handlerId === leadLeaderId && handler !== undefined;
  return [
    ...(units.some(({ id }) => id === unitId) ? [] : [{ itemId, problem: 'unknownUnit' as const, given: unitId }]),
    ...unfitness({ itemId, unitId }, ['handler'], handlerId, handler),
    ...unfitness({ itemId, unitId }, ['leadLeader'], leadLeaderId, leader),
    ...(isOne ? [{ itemId, problem: 'samePerson' as const, given: handlerId }] : []),
  ];
}
