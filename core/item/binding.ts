/**
 * Who is bound to an item by name: whoever carries it, leads it, or owns one of its measures. Reviewers are not, they act by
 * their post. People change, so each of them can be replaced while the item is open.
 */
import type { Item } from './item.ts';

export const bindings = ['handler', 'leadLeader', 'owner'] as const;

export type Binding = (typeof bindings)[number];

type Bound = Pick<Item, 'handlerId' | 'leadLeaderId' | 'measures'>;

/** As what the person is bound to it now. */
export const bindingsOf = (item: Bound, personId: string): Binding[] =>
  bindings.filter((as) => boundAs(item, as).includes(personId));

/** The people who are bound to it as this, each once. */
export function boundAs({ handlerId, leadLeaderId, measures }: Bound, as: Binding): readonly string[] {
  const ids = { handler: [handlerId], leadLeader: [leadLeaderId], owner: measures.map(({ ownerId }) => ownerId) }[as];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The item with another person in the place of one, as far as that one is bound to it as this. */
export function rebound(item: Bound, as: readonly Binding[], fromId: string, toId: string): Bound {
  const next = <Id extends string | null>(id: Id, binding: Binding): Id | string =>
    id === fromId && as.includes(binding) ? toId : id;
  return {
    handlerId: next(item.handlerId, 'handler'),
    leadLeaderId: next(item.leadLeaderId, 'leadLeader'),
    measures: item.measures.map((measure) => ({ ...measure, ownerId: next(measure.ownerId, 'owner') })),
  };
}
