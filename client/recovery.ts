/**
 * After the ledger was put back from an earlier copy: the acts that people were told are done, and that only Temporal still
 * knows. They are listed, and done again when an operator says so; nothing begins such an item anew before.
 *
 * Done again means decided again: by today's state and clock, under the command's own id and seal. An act that does not fit
 * any more is told with its reason, and stays in Temporal for as long as the namespace keeps histories.
 */
import type { AnsweredAct } from './answered-acts.ts';
import { requireMay, type Context } from './context.ts';
import { carry, lookUp } from './items/acts.ts';
import { readableHead } from './items/items.ts';
import { refusalOf, type AnyRefusal } from './refused.ts';
import type { Actor } from '../core/actor.ts';
import type { CommandType } from '../core/item/acts.ts';
import type { ItemCommand } from '../core/item/command.ts';
import { bringsFile } from '../core/item/proof.ts';
import { pressedOf, type Sealed } from '../core/item/seal.ts';
import type { Instant } from '../core/time.ts';
import { knownCommandIds } from '../db/events.ts';
import { restoreUpload } from '../db/evidence.ts';
import { itemsLeftBehind, mendFault } from '../db/faults.ts';

export interface LostAct {
  readonly itemId: string;
  readonly commandId: string;
  readonly act: CommandType;
  readonly personId: string;
  /** When it was answered yes. */
  readonly at: Instant;
}

export async function lostActs(context: Context, actor: Actor): Promise<LostAct[]> {
  requireMay(actor, 'keepRuns');
  const lost: LostAct[] = [];
  for (const { itemId, roundId } of await itemsLeftBehind(context.pool))
    for (const { sealed, at } of await missing(context, roundId, itemId)) {
      const { type, actor: person, commandId } = sealed.command;
      lost.push({ itemId, commandId, act: type, personId: person.personId, at });
    }
  return lost;
}

export interface Recovered {
  readonly done: number;
  /** Acts that do not fit any more, and why. */
  readonly refused: readonly { readonly itemId: string; readonly commandId: string; readonly refusal: AnyRefusal }[];
}

/**
 * No judgement of the act, only of the moment, or of what was lost beside it and can be brought back (the file is handed in again,
 * the person entered again): the item stays listed, and recovering it again is safe.
 */
const passing: ReadonlySet<AnyRefusal['code']> = new Set([
  'outcomeUnknown',
  'busy',
  'notUnderWay',
  'uploadUnknown',
  'unknownOwners',
  'assignmentFaults',
]);

/** @param itemIds null for all of which acts are lost */
export async function recoverActs(
  context: Context,
  actor: Actor,
  itemIds: readonly string[] | null,
): Promise<Recovered> {
  requireMay(actor, 'keepRuns');
  let done = 0;
  const refused: Recovered['refused'][number][] = [];
  for (const { itemId, roundId } of await itemsLeftBehind(context.pool)) {
    if (itemIds !== null && !itemIds.includes(itemId)) continue;
    const acts = await missing(context, roundId, itemId);
    await context.temporal.begin([itemId]);
    const refusedHere: Recovered['refused'][number][] = [];
    for (const { sealed } of acts) {
      const refusal = await again(context, actor, itemId, sealed);
      if (refusal !== null) refusedHere.push({ itemId, commandId: sealed.command.commandId, refusal });
    }
    refused.push(...refusedHere);
    done += acts.length - refusedHere.length;
    if (refusedHere.some(({ refusal }) => passing.has(refusal.code))) continue;
    const details = { recovered: acts.length - refusedHere.length, refused: refusedHere.length };
    await mendFault(context.pool, 'ledgerBehind', itemId, details);
  }
  return { done, refused };
}

/** What Temporal knows of the item and the ledger does not. */
async function missing({ pool, temporal }: Context, roundId: string, itemId: string): Promise<AnsweredAct[]> {
  const acts = await temporal.answeredActs(roundId, itemId);
  const ids = acts.map(({ sealed }) => sealed.command.commandId);
  const known = await knownCommandIds(pool, itemId, ids);
  return acts.filter(({ sealed }) => !known.includes(sealed.command.commandId));
}

/** @returns why not, or null when it is done */
const again = (context: Context, actor: Actor, itemId: string, sealed: Sealed): Promise<AnyRefusal | null> =>
  refusalOf(async () => {
    const { head, round } = await readableHead(context, actor, itemId);
    await restoreUploadOf(context, itemId, sealed.command);
    await lookUp(context, head, pressedOf(sealed.command));
    await carry(context, head, round, sealed);
  });

/** The record went with the ledger, and the command tells what it was. Where the bytes went too, they are brought again first. */
async function restoreUploadOf({ pool, now }: Context, itemId: string, command: ItemCommand): Promise<void> {
  if (!bringsFile(command)) return;
  const { evidenceId: id, file, actor } = command;
  await restoreUpload(pool, { id, itemId, ...file, uploadedBy: actor.personId }, now());
}
