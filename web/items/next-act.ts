/** Which one of a person's acts is the next: the only filled button of the item page. */
import type { CommandType } from '../../core/item/acts.ts';
import type { Item } from '../../core/item/item.ts';
import { unprovenMeasures } from '../../core/item/proof.ts';
import type { WantedAct } from '../../core/item/turn.ts';
import type { Policy } from '../../core/rules/policy.ts';

interface Acting {
  readonly acts: readonly CommandType[];
  readonly turn: { readonly act: WantedAct | null; readonly isMine: boolean } | null;
  readonly item: Pick<Item, 'measures' | 'evidence' | 'state'>;
  readonly policy: Policy;
}

/**
 * What the item waits for, when it waits for me. While a measure has no evidence, handing it in comes before the
 * application that would be refused for it.
 */
export function nextAct({ acts, turn, item, policy }: Acting): CommandType | null {
  if (turn === null || turn.act === null || !turn.isMine) return null;
  const isUnproven = unprovenMeasures(item, policy).length > 0;
  return turn.act === 'requestClosure' && isUnproven && acts.includes('addEvidence') ? 'addEvidence' : turn.act;
}

/** The twin of a decision: shown beside it, of equal size. */
const twins: Partial<Record<CommandType, CommandType>> = {
  endorse: 'return',
  approveClosure: 'return',
  approvePlan: 'returnPlan',
  grantExtension: 'refuseExtension',
  grantPause: 'refusePause',
  signFor: 'disown',
  addEvidence: 'requestClosure',
};

export function orderedActs(acting: Acting): { main: CommandType | null; others: CommandType[] } {
  const main = nextAct(acting);
  const twin = main === null ? undefined : twins[main];
  const rank = (act: CommandType) => (act === twin ? 0 : act === 'cancel' || act === 'handOver' ? 2 : 1);
  const others = acting.acts.filter((act) => act !== main).sort((one, other) => rank(one) - rank(other));
  return { main, others };
}
