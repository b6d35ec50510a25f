/** What a person is bound to by name, and what they could hold no more as somebody else. */
import { unfitness } from './fit.ts';
import { Refused } from '../refused.ts';
import { bindingsOf, type Binding } from '../../core/item/binding.ts';
import type { ItemState } from '../../core/item/item.ts';
import type { Person } from '../../core/people/people.ts';
import { itemsHeldBy } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';

/** More than anybody can carry. */
const mostItems = 1000;

/** An open item that binds the person, and as what. */
export interface HeldItem {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: ItemState;
  readonly unitId: string | null;
  readonly as: Binding[];
}

/** Those that are due first stand first. */
export async function itemsOf(db: Db, personId: string): Promise<HeldItem[]> {
  const held = await itemsHeldBy(db, personId, mostItems);
  return held.map(({ item, ...shown }) => {
    const { state, unitId } = item;
    return { ...shown, state, unitId, as: bindingsOf(item, personId) };
  });
}

/**
 * Nobody moves while holding something unnoticed. What they could not hold before either is no fault of the change.
 * @throws Refused stillHolds
 */
export async function refuseHolding(db: Db, before: Person, after: Person): Promise<void> {
  const held = await itemsOf(db, after.id);
  const items = held.flatMap(({ id: itemId, number, unitId, as }) => {
    const isFit = (binding: Binding, person: Person) =>
      unfitness({ itemId, unitId }, [binding], person.id, person).length === 0;
    const lost = as.filter((binding) => isFit(binding, before) && !isFit(binding, after));
    return lost.map((binding) => ({ itemId, number, as: binding }));
  });
  if (items.length > 0) throw new Refused({ code: 'stillHolds', name: before.name, items });
}
