/**
 * Who is bound to an item by name: whoever carries it, leads it, or owns one of its measures. Reviewers are not, they act by
 * their post. People change, so each of them can be replaced while the item is open.
 */
import type { Item } from './item.ts';

export const bindings = ['handler', 'leadLeader', 'owner'] as const;

export type Binding = (typeof bindings)[number];

type Bound = Pick<Item, 'handlerId' | 'leadLeaderId' | 'measures' | 'revision'>;

/** As what the person is bound to it now. */
export const bindingsOf = (item: Bound, personId: string): Binding[] =>
  bindings.filter((as) => boundAs(item, as).includes(personId));

/** The people who are bound to it as this, each once. */
export function boundAs({ handlerId, leadLeaderId, measures, revision }: Bound, as: Binding): readonly string[] {
  // A plan that waits for approval has its owners already.
  const owner = [...measures, ...(revision?.measures ?? [])].map(({ ownerId }) => ownerId);
  const ids = { handler: [handlerId], leadLeader: [leadLeaderId], owner }[as];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The item with another person in the place of one, as far as that one is bound to it as this. */
export function rebound(item: Bound, as: readonly Binding[], fromId: string, toId: string): Bound {
  const next = <Id extends string | null>(id: Id, binding: Binding): Id | string =>
    id === fromId && as.includes(binding) ? toId : id;
  const owned = (measures: Item['measures']): Item['measures'] =>
    measures.map((measure) => ({ ...measure, ownerId: next(measure.ownerId, 'owner') }));
  return {
    handlerId: next(item.handlerId, 'handler'),
    leadLeaderId: next(item.leadLeaderId, 'leadLeader'),
    measures: owned(item.measures),
    revision: item.revision === null ? null : { ...item.revision, measures: owned(item.revision.measures) },
  };
}
