/**
 * A person acts on an item: the command goes, sealed, to the item's run, which decides; the ledger has the last word.
 *
 * A command that the ledger knows has been answered, at whatever age and in whatever run: it is looked up before anything
 * else, and again whenever the answer of a run is not a yes. What a run cannot know (do these people exist, is that file
 * stored) is looked at before.
 */
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { readableHead } from './items.ts';
import { refuseDamaged } from '../damaged.ts';
import { refuseHeldBack } from '../quarantine.ts';
import { Refused } from '../refused.ts';
import { standingIn } from '../people/absences.ts';
import { refuseUnfit, type CarriedItem } from '../people/fit.ts';
import { assignItems, assignmentFaults } from '../rounds/assign.ts';
import { ItemNotRunning } from '../temporal.ts';
import type { ItemCommand, Press } from '../../core/item/command.ts';
import { decide } from '../../core/item/decide.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { isFinished, type Item } from '../../core/item/item.ts';
import { heldBackReasons } from '../../core/held-back.ts';
import { may } from '../../core/item/roles.ts';
import { isSamePress, pressedOf, type Sealed } from '../../core/item/seal.ts';
import { answeredCommand, eventsOf } from '../../db/events.ts';
import { uploadDayBegan } from '../../core/item/evidence-quota.ts';
import { reserveUpload } from '../../db/evidence.ts';
import { readItem, type ItemHead, type ItemRound } from '../../db/items.ts';
import { listPeople, listUnits, peopleByIds } from '../../db/people.ts';
import type { Answer } from '../../workflows/contract.ts';

/** How long to wait for the next run where one gave way, ms: it begins in a moment, and a person waits for the answer. */
const pausesMs = [20, 100, 300, 700, 1500] as const;

export async function act(context: Context, itemId: string, press: Press): Promise<Answer> {
  const known = await answerBefore(context, itemId, press);
  if (known === 'another') await refuseTaken(context, itemId, press);
  else if (known !== null) return known;
  const { head, round } = await readableHead(context, press.actor, itemId);
  if (round.state === 'draft') return actOnDraft(context, head, press);
  const command = await lookUp(context, head, press);
  try {
    return await carry(context, head, round, context.seal(itemId, command));
  } catch (error) {
    // Between the first look and the no, an earlier try of the same press may have been committed.
    const answered = await answerBefore(context, itemId, press);
    if (answered !== null && answered !== 'another') return answered;
    // Or the absence may have been ended: then this is why.
    const { standsFor, ...self } = press.actor;
    if (standsFor !== undefined) await standingIn(context.pool, self, standsFor.personId, context.now());
    throw error;
  }
}

/** The answer that this very press was given; `another` when its id stands for a different one. */
async function answerBefore({ pool }: Context, itemId: string, press: Press): Promise<Answer | 'another' | null> {
  const found = await answeredCommand(pool, itemId, press.commandId);
  if (found === null) return null;
  if (found.sealed === null || !isSamePress(found.sealed.command, press)) return 'another';
  const events = (await eventsOf(pool, itemId)).map(({ event }) => event).filter(({ seq }) => seq <= found.event.seq);
  const { state, seq } = itemFrom('', itemId, events);
  return { state, seq };
}

/** Who may not act here at all learns nothing of the ids that others used. */
async function refuseTaken(context: Context, itemId: string, { type, actor, commandId }: Press): Promise<never> {
  const { head } = await readableHead(context, actor, itemId);
  throw new Refused(may(actor, type, head) ? { code: 'commandIdTaken', commandId } : { code: 'notYours', act: type });
}

async function actOnDraft(context: Context, head: ItemHead, press: Press): Promise<Answer> {
  const { itemId, roundId } = head;
  if (!may(press.actor, press.type, head)) throw new Refused({ code: 'notYours', act: press.type });
  if (press.type !== 'assign') throw new Refused({ code: 'roundNotLaunched' });
  const { actor, commandId, unitId, handlerId, leadLeaderId } = press;
  await assignItems(context, actor, roundId, [{ itemId, unitId, handlerId, leadLeaderId }], commandId);
  const { state, seq } = await existing(context, itemId);
  return { state, seq };
}

/** Carries the command to the item's run; where there is none, or it gives way, to the next. */
export async function carry(context: Context, head: ItemHead, round: ItemRound, sealed: Sealed): Promise<Answer> {
  const { itemId, roundId } = head;
  const { temporal } = context;
  const { command } = sealed;
  if (isFinished(head)) await beginForReopening(context, itemId, round, command);
  for (const pauseMs of pausesMs) {
    try {
      return await temporal.sendCommand(roundId, itemId, sealed);
    } catch (error) {
      if (!(error instanceof ItemNotRunning)) throw error;
      const answered = await answerBefore(context, itemId, pressedOf(command));
      if (answered !== null && answered !== 'another') return answered;
      if (error.hasNext) await setTimeout(pauseMs);
      else await beginWhereMissing(context, itemId, round, command);
    }
  }
  throw new Refused({ code: 'notUnderWay', itemId });
}

/** No run at all: one is begun, for an item under way as for a reopening. */
async function beginWhereMissing(
  context: Context,
  itemId: string,
  round: ItemRound,
  command: ItemCommand,
): Promise<void> {
  if (isFinished(await existing(context, itemId))) await beginForReopening(context, itemId, round, command);
  else await context.temporal.begin([itemId]);
}

/** A finished item needs no run but for this; refused from the ledger where it can be, so that none begins to say no. */
async function beginForReopening(
  context: Context,
  itemId: string,
  round: ItemRound,
  command: ItemCommand,
): Promise<void> {
  const decision = decide(await existing(context, itemId), command, round, context.now());
  if ('refusal' in decision) throw new Refused(decision.refusal);
  await context.temporal.begin([itemId]);
}

async function existing({ pool }: Pick<Context, 'pool'>, itemId: string): Promise<Item> {
  const record = await readItem(pool, itemId);
  if (record === null) throw new Error(`item ${itemId} vanished from the ledger`);
  return record.item;
}

/** What a run cannot know is refused here, or taken along with the press. */
export async function lookUp(
  context: Pick<Context, 'pool' | 'store' | 'scanner' | 'now'>,
  carried: CarriedItem,
  press: Press,
): Promise<ItemCommand> {
  const { pool } = context;
  const { itemId } = carried;
  switch (press.type) {
    case 'assign': {
      // Names are only looked up for those who may assign at all: the workflow says no to the others.
      if (!may(press.actor, 'assign')) return press;
      const { unitId, handlerId, leadLeaderId } = press;
      const assignment = { itemId, unitId, handlerId, leadLeaderId };
      const faults = assignmentFaults(assignment, await listPeople(pool), await listUnits(pool));
      if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
      return press;
    }
    case 'handOver':
      if (may(press.actor, 'handOver')) await refuseUnfit(pool, carried, press);
      return press;
    case 'submitPlan': {
      const owners = [...new Set(press.measures.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))];
      const known = (await peopleByIds(pool, owners)).filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
      const given = owners.filter((id) => !known.includes(id));
      if (given.length > 0) throw new Refused({ code: 'unknownOwners', given });
      return press;
    }
    case 'addEvidence':
    case 'recordProgress': {
      const { evidenceId, actor } = press;
      const upload = await reserveUpload(pool, itemId, evidenceId, uploadDayBegan(context.now()));
      if (upload === null) throw new Refused({ code: 'uploadUnknown', evidenceId });
      const { sha256, name, uploadedBy } = upload;
      if (uploadedBy !== actor.personId) throw new Refused({ code: 'uploadOfAnother', name });
      await refuseHeldBack(context, [{ sha256, name }], heldBackReasons);
      return { ...press, file: { sha256, name } };
    }
    case 'endorse':
    case 'concur':
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding': {
      const item = await existing(context, itemId);
      // Nothing is read for those who may not decide at all: the workflow says no to them.
      if (!may(press.actor, press.type, item)) return press;
      const pinned = new Set(item.application?.evidenceIds ?? []);
      const files = new Map(item.evidence.filter(({ id }) => pinned.has(id)).map((file) => [file.sha256, file]));
      // What was found to be infected since is set aside, and shown as that: the reviewer decides knowing it.
      const held = await refuseHeldBack(context, [...files.values()], ['notScanned']);
      await refuseDamaged(
        context,
        itemId,
        [...files.values()].filter(({ sha256 }) => !held.has(sha256)),
      );
      return press;
    }
    default:
      return press;
  }
}
