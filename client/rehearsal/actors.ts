/** The people of a rehearsal do what is asked of them, by the acts of the product. */
import { keepEvidence } from '../evidence/evidence.ts';
import { newCommandId } from '../ids.ts';
import { act } from '../items/acts.ts';
import { property, type Stage } from './stage.ts';
import type { Actor } from '../../core/actor.ts';
import type { Press } from '../../core/item/command.ts';
import type { Item } from '../../core/item/item.ts';
import { contentsFor, filesNeeded } from '../../core/item/proof.ts';
import { isTurnOf, type Turn } from '../../core/item/turn.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import type { Rules } from '../../core/rules/rules.ts';

/** Nobody reads it: as long as the longest that is asked for. */
const said = '-'.repeat(10);

/** Who does it; null where there is nobody who may, and where the act is nobody's to guess. */
export function whoseTurn(item: Item, turn: Turn, people: readonly Person[]): Actor | null {
  if (turn.act === 'assign') return null;
  const fit = people.filter((person) => !person.hasLeft).map(actorOf);
  return fit.find((actor) => isTurnOf(actor, item, turn)) ?? null;
}

export async function doWhatIsWanted(
  stage: Stage,
  item: Item,
  wanted: Exclude<Turn['act'], null>,
  actor: Actor,
  rules: Rules,
): Promise<void> {
  if (wanted === 'requestClosure') await handInEvidence(stage, item, actor, rules);
  const press = pressOf(item, wanted, { actor, commandId: newCommandId() });
  await act(stage.context, item.itemId, press);
}

function pressOf(
  item: Item,
  wanted: Exclude<Turn['act'], null>,
  asked: { readonly actor: Actor; readonly commandId: string },
): Press {
  switch (wanted) {
    case 'signFor':
    case 'approvePlan':
    case 'grantExtension':
    case 'grantPause':
      return { ...asked, type: wanted };
    case 'submitPlan':
      return {
        ...asked,
        type: wanted,
        rootCause: said,
        measures: [{ text: said, ownerId: item.handlerId, dueOn: item.dueOn }],
      };
    case 'requestClosure':
      return { ...asked, type: wanted, unproven: [], statement: said };
    case 'endorse':
    case 'concur':
    case 'approveClosure':
      return { ...asked, type: wanted, opinion: '' };
    case 'reportProgress':
      return { ...asked, type: wanted, text: said };
    case 'assign':
      throw new Error('a rehearsal does not guess who else could carry an item');
  }
}

async function handInEvidence({ context }: Stage, item: Item, actor: Actor, { policy }: Rules): Promise<void> {
  for (const measure of item.measures) {
    const missing = filesNeeded(measure, policy) - contentsFor(item, measure.id).size;
    for (let number = 1; number <= missing; number += 1) {
      const name = `${item.itemId}-${measure.id}-${number}-${item.seq}`;
      const { id: evidenceId } = await keepEvidence(context, actor, item.itemId, name, property(name));
      const press: Press = {
        ...{ type: 'addEvidence', actor, commandId: newCommandId(), aboutOn: null },
        ...{ evidenceId, measureIds: [measure.id] },
      };
      await act(context, item.itemId, press);
    }
  }
}
