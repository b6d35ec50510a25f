/**
 * All that somebody holds goes to others at once. Each item by an act of its own, so that it is audited there, and so that one
 * refusal stops no other.
 *
 * The same press again changes nothing: what it did is answered from the ledger, and what a breakdown cut off is done then.
 */
import { requireMay, type Context } from '../context.ts';
import { act, lookUp } from './acts.ts';
import { inTurns } from './in-turns.ts';
import { readableItem, type ReadItem } from './items.ts';
import type { HandOverAll } from '../people/people-bodies.ts';
import { existingPerson, presentPerson } from '../people/people.ts';
import { changeUnit } from '../people/units.ts';
import { notFound, refusalOf, Refused, type AnyRefusal } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import { bindingsOf, rebound } from '../../core/item/binding.ts';
import type { Press } from '../../core/item/command.ts';
import { decide } from '../../core/item/decide.ts';
import type { Unit } from '../../core/people/people.ts';
import { nextSlot } from '../../core/rules/calendar.ts';
import { readUnit } from '../../db/people.ts';

type Move = HandOverAll['moves'][number];

/** A unit whose liaison is to be another one. */
interface UnitMove {
  readonly unit: Unit;
  readonly fromId: string;
  readonly toId: string;
}

/** What came, or would come, of one move. */
interface Outcome {
  readonly toId: string;
  /** Null where it is done, or would be. */
  readonly refusal: AnyRefusal | null;
}

interface ItemOutcome extends Outcome, Pick<Move, 'itemId' | 'as'> {
  readonly number: string;
  readonly title: string;
}

export interface HandedOver {
  readonly items: readonly ItemOutcome[];
  readonly units: readonly (Outcome & { readonly unitId: string; readonly name: string })[];
  /** One to each successor and slot; a draft brings none. */
  readonly mails: number;
}

/** Writes nothing. @throws Refused notFound */
export const previewHandOver = (context: Context, actor: Actor, fromId: string, asked: HandOverAll) =>
  carryOut(context, actor, fromId, asked, {
    onItem: wouldAct,
    onUnit: (context, _actor, move) => refuseLiaison(context, move),
  });

/** @throws Refused notFound, before anything is done */
export const handOverAll = (context: Context, actor: Actor, fromId: string, asked: HandOverAll) =>
  carryOut(context, actor, fromId, asked, {
    onItem: (context, { record }, press) => act(context, record.id, press),
    onUnit: nameLiaison,
  });

interface Ways {
  readonly onItem: (context: Context, item: ReadItem, press: Press) => Promise<unknown>;
  readonly onUnit: (context: Context, actor: Actor, move: UnitMove) => Promise<unknown>;
}

async function carryOut(
  context: Context,
  actor: Actor,
  fromId: string,
  { commandId, reason, moves, units }: HandOverAll,
  { onItem, onUnit }: Ways,
): Promise<HandedOver> {
  requireMay(actor, 'editPeople');
  await existingPerson(context.pool, fromId);
  const led = [];
  for (const { unitId, toId } of units) led.push({ unit: await existingUnit(context, unitId), toId });
  const read = [];
  for (const move of moves) read.push({ move, item: await readableItem(context, actor, move.itemId) });
  const items = await inTurns(read, async ({ move, item }) => {
    const refusal = await refusalOf(async () =>
      onItem(context, item, commandOf(item, actor, fromId, move, { commandId, reason })),
    );
    const { number, title } = item.record;
    return { ...move, number, title, refusal, slot: slotOf(context, item) };
  });
  const mails = items.flatMap(({ toId, slot, refusal }) =>
    refusal !== null || slot === null || toId === actor.personId ? [] : [`${toId} ${slot}`],
  );
  const liaisons = [];
  for (const { unit, toId } of led) {
    const refusal = await refusalOf(() => onUnit(context, actor, { unit, fromId, toId }));
    liaisons.push({ unitId: unit.id, name: unit.name, toId, refusal });
  }
  return { items: items.map(({ slot: _, ...item }) => item), units: liaisons, mails: new Set(mails).size };
}

/** Before the launch an item is given to somebody else as it was given to the first: by assigning it. */
function commandOf(
  { record: { item }, round }: ReadItem,
  actor: Actor,
  fromId: string,
  { as, toId }: Move,
  press: Pick<HandOverAll, 'commandId' | 'reason'>,
): Press {
  const commandId = `${press.commandId}:${as.map((binding) => binding.charAt(0)).join('')}`;
  if (round.state !== 'draft') return { type: 'handOver', actor, commandId, as, fromId, toId, reason: press.reason };
  const { handlerId, leadLeaderId } = rebound(item, as, fromId, toId);
  // Whoever stands there already was put there by this press, sent before.
  const isTheirs = as.every((binding) => [fromId, toId].some((id) => bindingsOf(item, id).includes(binding)));
  if (!isTheirs || item.unitId === null || handlerId === null || leadLeaderId === null)
    throw new Refused({ code: 'notBound', personId: fromId, as, bound: bindingsOf(item, fromId) });
  return { type: 'assign', actor, commandId, unitId: item.unitId, handlerId, leadLeaderId };
}

async function wouldAct(context: Context, { record, round }: ReadItem, press: Press): Promise<void> {
  const command = await lookUp(context, record.item, press);
  const decision = decide(record.item, command, round, context.now());
  if ('refusal' in decision) throw new Refused(decision.refusal);
}

const slotOf = ({ now }: Context, { round }: ReadItem): string | null =>
  round.state === 'draft' ? null : nextSlot(round.calendar, now(), round.policy.mailSlot);

async function refuseLiaison({ pool }: Context, { unit, fromId, toId }: UnitMove): Promise<void> {
  const { name } = await existingPerson(pool, fromId);
  if (unit.liaisonId !== fromId && unit.liaisonId !== toId)
    throw new Refused({ code: 'notLiaison', name, unit: unit.name });
  await presentPerson(pool, toId);
}

async function nameLiaison(context: Context, actor: Actor, move: UnitMove): Promise<void> {
  await refuseLiaison(context, move);
  const { unit, toId } = move;
  if (unit.liaisonId !== toId) await changeUnit(context, actor, unit.id, { liaisonId: toId });
}

async function existingUnit({ pool }: Context, id: string): Promise<Unit> {
  const unit = await readUnit(pool, id);
  if (unit === null) throw notFound('unit', id);
  return unit;
}
