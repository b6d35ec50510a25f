/** A run of an item as the tests of the ledger play it: what it knows, and what it would commit. */
import { actor, type CastMember } from './cast.ts';
import { rulesOf } from './life.ts';
import { seal } from './seals.ts';
import { fields } from './story.ts';
import type { Batch, Commitment } from '../../activities/contract.ts';
import type { CommandType } from '../../core/item/acts.ts';
import type { CommandOf, ItemCommand } from '../../core/item/command.ts';
import { decide } from '../../core/item/decide.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import { tick } from '../../core/item/tick.ts';
import type { Instant } from '../../core/time.ts';

/** When its presses happen. */
export const pressedAt = '2026-03-02T02:00:00.000Z';

export const rules = rulesOf();

export class Run {
  item: Item;
  readonly commitments: Commitment[] = [];

  constructor(from: Item) {
    this.item = from;
  }

  press<Type extends CommandType>(who: CastMember, type: Type, given: Partial<CommandOf<Type>> = {}): this {
    const asked = { ...fields[type](this.item), ...given };
    const pressed = { type, actor: actor(who), commandId: `${type}-${this.item.seq}`, ...asked };
    return this.obey(pressed as unknown as ItemCommand);
  }

  obey(command: ItemCommand): this {
    const decision = decide(this.item, command, rules, pressedAt);
    if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.code}`);
    return this.keep({ event: decision.event, sealed: seal(this.item.itemId, command) });
  }

  tick(now: Instant): this {
    const event = tick(this.item, rules, now);
    if (event === null) throw new Error(`nothing to do at ${now}`);
    return this.keep({ event, sealed: null });
  }

  keep(commitment: Commitment): this {
    this.item = evolve(this.item, commitment.event);
    this.commitments.push(commitment);
    return this;
  }

  batch(epoch = 0): Batch {
    return { itemId: this.item.itemId, epoch, commitments: [...this.commitments] };
  }
}
