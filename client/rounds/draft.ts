/** A round that is being prepared: whoever changes it holds it, and whoever gives it up says why. */
import { requireMay, type Context } from '../context.ts';
import { newCommandId } from '../ids.ts';
import { notFound, Refused } from '../refused.ts';
import type { DiscardRound } from './round-bodies.ts';
import type { Actor } from '../../core/actor.ts';
import { decide } from '../../core/item/decide.ts';
import { evolve } from '../../core/item/evolve.ts';
import { itemsOfRound } from '../../db/items.ts';
import { appendFacts, lockItem, projectItem } from '../../db/ledger.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { lockRound, markDiscarded, type RoundRow } from '../../db/rounds.ts';

/** @throws Refused notFound, roundNotDraft */
export async function lockDraft(db: Db, id: string): Promise<RoundRow> {
  const found = await lockRound(db, id);
  if (found === null) throw notFound('round', id);
  if (found.state !== 'draft') throw new Refused({ code: 'roundNotDraft', state: found.state });
  return found;
}

/**
 * From then on the round is not there. Its facts stay, for facts are never taken back: each item is cancelled with the reason.
 * Nobody is told, for nobody was told of it.
 */
export function discardDraft(
  { pool, seal, now }: Context,
  actor: Actor,
  id: string,
  { reason }: DiscardRound,
): Promise<void> {
  requireMay(actor, 'importRound');
  return transaction(pool, async (db) => {
    const round = await lockDraft(db, id);
    const at = now();
    const commandId = newCommandId();
    for (const { id: itemId, item } of await itemsOfRound(db, id)) {
      const command = { type: 'cancel', actor, commandId, reason } as const;
      const decision = decide(item, command, round, at);
      if ('refusal' in decision) throw new Refused(decision.refusal);
      const locked = await lockItem(db, itemId, []);
      if (locked === null) throw new Error(`item ${itemId} vanished from the ledger`);
      await appendFacts(db, itemId, locked.head, [{ event: decision.event, sealed: seal(itemId, command) }]);
      await projectItem(db, evolve(item, decision.event), round);
    }
    await markDiscarded(db, id);
    await insertRecordEvent(db, { kind: 'roundDiscarded', recordId: id, at, by: actor.personId, data: { reason } });
  });
}
