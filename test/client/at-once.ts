/** In the place of a run: decides and commits what is sent, by the code of the run and of the ledger. */
import { itemInLedger } from '../support/ledger.ts';
import { keys } from '../support/seals.ts';
import type { TestContext } from './support.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { Refused } from '../../client/refused.ts';
import { decide } from '../../core/item/decide.ts';
import { evolve } from '../../core/item/evolve.ts';
import { roundsOfItems } from '../../db/items.ts';

export function obeyAtOnce({ pool, temporal, now }: TestContext): void {
  const obey: typeof temporal.sendCommand = async (roundId, itemId, sealed) => {
    const item = await itemInLedger(pool, itemId);
    const rules = (await roundsOfItems(pool, [roundId])).get(roundId);
    if (rules === undefined) throw new Error(`no round ${roundId}`);
    const decision = decide(item, sealed.command, rules, now());
    if ('refusal' in decision) throw new Refused(decision.refusal);
    const batch = { itemId, epoch: 0, commitments: [{ event: decision.event, sealed }] };
    const { outcome } = await createLedgerActivities(pool, keys).commitBatch(batch);
    // Another press was first: the next run decides.
    if (outcome === 'astray') return obey(roundId, itemId, sealed);
    if (outcome === 'impossible') throw new Refused({ code: 'notRecorded', itemId });
    if (outcome !== 'committed') throw new Error(`the ledger did not take ${decision.event.type}: ${outcome}`);
    const { state, seq } = evolve(item, decision.event);
    return { state, seq };
  };
  temporal.sendCommand = obey;
}
