/**
 * A person acts on an item: the command goes to the item's workflow, which alone decides.
 *
 * What the workflow cannot know (do these people exist, is that file stored) is looked at before; what it no longer runs
 * for (a closed item) is answered from the ledger.
 */
import type { Context } from '../context.ts';
import { readableItem } from './items.ts';
import { Refused } from '../refused.ts';
import { assignItems, assignmentFaults } from '../rounds/assign.ts';
import { ItemNotRunning } from '../temporal.ts';
import type { CommandOf, ItemCommand } from '../../core/item/command.ts';
import { decide } from '../../core/item/decide.ts';
import { may } from '../../core/item/roles.ts';
import type { Actor } from '../../core/actor.ts';
import { hasCommand, newestCommandIds } from '../../db/events.ts';
import { readEvidenceFile } from '../../db/evidence.ts';
import { readItem, type ItemRecord, type ItemRound } from '../../db/items.ts';
import { listPeople, listUnits, peopleByIds } from '../../db/people.ts';
import type { Answer } from '../../workflows/contract.ts';

/** How many earlier commands a reopened item is told of; as many as a running one remembers. */
const mostRemembered = 20;

export async function act(context: Context, itemId: string, command: ItemCommand): Promise<Answer> {
  const { actor } = command;
  const { record, round } = await readableItem(context, actor, itemId);
  if (round.state === 'draft') return actOnDraft(context, record, command);
  await refuseUnknown(context, itemId, command, actor);
  try {
    return await send(context, record, round, command);
  } catch (error) {
    if (!(error instanceof ItemNotRunning)) throw error;
    return answerFromLedger(context, itemId, round, command);
  }
}

async function actOnDraft(context: Context, { id, roundId, item }: ItemRecord, command: ItemCommand): Promise<Answer> {
  if (!may(command.actor, command.type, item)) throw new Refused({ code: 'notYours', act: command.type });
  if (command.type !== 'assign') throw new Refused({ code: 'roundNotLaunched' });
  const { actor, commandId, unitId, handlerId, leadLeaderId } = command;
  await assignItems(context, actor, roundId, [{ itemId: id, unitId, handlerId, leadLeaderId }], commandId);
  return ledgerAnswer(context, id);
}

function send(context: Context, { id, item }: ItemRecord, round: ItemRound, command: ItemCommand): Promise<Answer> {
  if (command.type === 'reopen' && item.state === 'closed') return reopen(context, id, round, command);
  return context.temporal.sendCommand(item.roundId, id, command);
}

/** Refused from the ledger where it can be, so that no run is started only to say no. */
async function reopen(
  context: Context,
  itemId: string,
  round: ItemRound,
  command: CommandOf<'reopen'>,
): Promise<Answer> {
  const { pool } = context;
  if (await hasCommand(pool, itemId, command.commandId)) return ledgerAnswer(context, itemId);
  const { item } = await existing(context, itemId);
  const decision = decide(item, command, round, context.now());
  if ('refusal' in decision) throw new Refused(decision.refusal);
  const { policy, calendar } = round;
  const seen = await newestCommandIds(pool, itemId, mostRemembered);
  return context.temporal.reopen({ item, rules: { policy, calendar }, seen }, command);
}

/** No run is open. The command was answered already, or the state forbids it; otherwise something is wrong on our side. */
async function answerFromLedger(
  context: Context,
  itemId: string,
  round: ItemRound,
  command: ItemCommand,
): Promise<Answer> {
  if (await hasCommand(context.pool, itemId, command.commandId)) return ledgerAnswer(context, itemId);
  const { item } = await existing(context, itemId);
  const decision = decide(item, command, round, context.now());
  throw new Refused('refusal' in decision ? decision.refusal : { code: 'notUnderWay', itemId });
}

async function ledgerAnswer(context: Context, itemId: string): Promise<Answer> {
  const { item } = await existing(context, itemId);
  return { state: item.state, seq: item.seq };
}

async function existing({ pool }: Context, itemId: string): Promise<ItemRecord> {
  const record = await readItem(pool, itemId);
  if (record === null) throw new Error(`item ${itemId} vanished from the ledger`);
  return record;
}

async function refuseUnknown({ pool }: Context, itemId: string, command: ItemCommand, actor: Actor): Promise<void> {
  switch (command.type) {
    case 'assign': {
      // Names are only looked up for those who may assign at all: the workflow says no to the others.
      if (!may(actor, 'assign')) return;
      const { unitId, handlerId, leadLeaderId } = command;
      const assignment = { itemId, unitId, handlerId, leadLeaderId };
      const faults = assignmentFaults(assignment, await listPeople(pool), await listUnits(pool));
      if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
      return;
    }
    case 'submitPlan': {
      const owners = [...new Set(command.measures.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))];
      const known = (await peopleByIds(pool, owners)).map(({ id }) => id);
      const given = owners.filter((id) => !known.includes(id));
      if (given.length > 0) throw new Refused({ code: 'unknownOwners', given });
      return;
    }
    case 'addEvidence':
      if ((await readEvidenceFile(pool, command.sha256)) === null)
        throw new Refused({ code: 'fileNotStored', sha256: command.sha256 });
      return;
    default:
      return;
  }
}
