/** Which successor is chosen for what, and the press that follows from it. */
import { fitting } from './choices.ts';
import type { HandedOver, HandOverAll, Holdings, ListedPerson } from '../../api/contract.ts';

/** Successors by item; those of units by the unit's id. Ids of both kinds never meet: an item's names its round. */
export type Chosen = Readonly<Record<string, string>>;

type HeldItem = Holdings['items'][number];

/** @param personId who hands over, and is no successor */
export const successorsFor = (people: readonly ListedPerson[], { as, unitId }: HeldItem, personId: string) =>
  fitting(people, as, unitId).filter(({ value }) => value !== personId);

/** One person wherever they fit. */
export function chosenForAll(held: Holdings, people: readonly ListedPerson[], personId: string, toId: string): Chosen {
  const fits = held.items.filter((item) => successorsFor(people, item, personId).some(({ value }) => value === toId));
  return Object.fromEntries([...fits, ...held.units].map(({ id }) => [id, toId]));
}

export const bodyOf = ({ items, units }: Holdings, chosen: Chosen): Pick<HandOverAll, 'moves' | 'units'> => ({
  moves: items.flatMap(({ id: itemId, as }) => withSuccessor({ itemId, as }, chosen[itemId])),
  units: units.flatMap(({ id: unitId }) => withSuccessor({ unitId }, chosen[unitId])),
});

const withSuccessor = <Move>(move: Move, toId = ''): (Move & { readonly toId: string })[] =>
  toId === '' ? [] : [{ ...move, toId }];

/** Why something is not handed over, or would not be; by the id of the item or the unit. */
export const refusedIn = ({ items, units }: HandedOver): ReadonlyMap<string, string> =>
  new Map([
    ...items.flatMap(({ itemId, refusal }) => (refusal === null ? [] : [[itemId, refusal.message] as const])),
    ...units.flatMap(({ unitId, refusal }) => (refusal === null ? [] : [[unitId, refusal.message] as const])),
  ]);

export const placesIn = ({ items, units }: HandedOver): number =>
  [...items, ...units].filter(({ refusal }) => refusal === null).length;
